import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import { resolvePath } from '../../base/paths/resolve-path.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { parseIni } from './ini-file.ts';
import { parsePioPackage } from './pio-package.ts';
import { readPioEntries } from './pio-entries.ts';
import { projectOptions, type ProjectOptions } from './project-options.ts';

/** Reads what the environments of a PlatformIO project ask for; there is no lockfile that tells what a build takes. */
export const platformio: Reader = {
  name: 'platformio',
  title: 'platformio.ini of PlatformIO',
  capabilities: { scope: true, graph: false, hashes: false, licence: false, direct: true },
  companions: (opened, path, tree) => {
    const ini = parseIni(opened.get(path) ?? '');
    return 'message' in ini ? [] : localFolders(path, projectOptions(ini), tree);
  },
  read: ({ path, text, companions }) => {
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    const ini = parseIni(text);
    if ('message' in ini) return unreadable(syntaxProblem(path, ini.message, ini.at));
    const reading = readPioEntries(path, projectOptions(ini), [...companions.keys()]);
    const extra = ini.get('platformio')?.get('extra_configs');
    const diagnostics: Diagnostic[] = [
      reading.components.length === 0 ? [] : declaredOnly(path),
      extra === undefined ? [] : extraConfigs(path, extra[0]?.line ?? 1),
    ].flat();
    return { ...reading, diagnostics: [...diagnostics, ...reading.diagnostics] };
  },
};

/** `lib/controls` is a folder where there is one, and a library of the owner `lib` where not: one file of it tells. */
function localFolders(path: string, { environments, listOf }: ProjectOptions, tree: readonly string[]): string[] {
  const entries = new Set(environments.flatMap((one) => listOf(one, 'lib_deps').map(({ text }) => text)));
  return [...entries].slice(0, 200).flatMap((text) => {
    const { owner, name, requirement } = parsePioPackage(text);
    if (owner === undefined || name === undefined || requirement !== undefined) return [];
    const folder = resolvePath(path, text);
    return folder === undefined ? [] : (tree.find((file) => file.startsWith(`${folder}/`)) ?? []);
  });
}

function declaredOnly(path: string): Diagnostic {
  return entryProblem(
    { file: path },
    `${path} tells what is asked for; which frameworks a platform brings, and what libraries bring in, it does not`,
    'See both with pio pkg list, pin them under platform_packages and lib_deps, or enter them in tureen.yaml.',
  );
}

function extraConfigs(file: string, line: number): Diagnostic {
  return entryProblem(
    { file, line },
    'extra_configs names other files, and what they ask for is not read',
    'Move lib_deps, platform and platform_packages to platformio.ini.',
  );
}
