import { openExecutable } from '../../base/binaries/executable.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { PartsReader } from '../../model/plugs/reader.ts';
import { auditableCrates } from './auditable-crates.ts';
import { goBuildInfo } from './go-build-info.ts';
import { goModules } from './go-modules.ts';

/**
 * Reads what compilers leave in programs and libraries (ELF, PE, Mach-O): the build information of Go, and the list of
 * crates that cargo auditable embeds. One file can hold both.
 */
export const executable: PartsReader = {
  name: 'executable',
  title: 'executables built by Go or by cargo auditable',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  content: 'parts',
  read: async ({ path, content }) => {
    const file = await openExecutable(content);
    if (file === undefined) return unreadable();
    const at = { file: path, line: 1 };
    const go = await goBuildInfo(file);
    const crates = await auditableCrates(file, at);
    const broken = [go, crates].flatMap((found) => (found !== undefined && 'reason' in found ? found.reason : []));
    if (broken.length > 0) return unreadable(...broken.map((reason) => syntaxProblem(path, reason)));
    return {
      components: [
        ...(go === undefined || 'reason' in go ? [] : goModules(go, at)),
        ...(crates === undefined || 'reason' in crates ? [] : crates.components),
      ],
      graph: go === undefined && crates !== undefined ? 'complete' : 'none',
      diagnostics: [],
    };
  },
};
