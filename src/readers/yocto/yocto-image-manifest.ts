import { quote } from '../../base/quote.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { yoctoComponent } from './yocto-component.ts';

/** Reads the manifest beside an image of Yocto: a line with name, architecture and version for each installed package. */
export const yoctoImageManifest: Reader = {
  name: 'yocto-image-manifest',
  title: 'Yocto image manifest, *.rootfs.manifest',
  capabilities: { scope: true, graph: false, hashes: false, licence: false, direct: false },
  read: ({ path, text }) => {
    const lines = text
      .split(/\r?\n/)
      .map((content, index) => ({ words: content.trim().split(/\s+/), line: index + 1, content }));
    const rows = lines.filter(({ content }) => content.trim() !== '');
    const odd = rows.find(({ words }) => words.length !== 3);
    if (odd !== undefined)
      return unreadable(
        syntaxProblem(path, `${quote(odd.content)} is not "<name> <architecture> <version>"`, { line: odd.line }),
      );
    if (rows.length === 0) return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    return {
      components: rows.map(({ words: [name = '', architecture, version], line }) =>
        yoctoComponent({
          kind: 'package',
          name,
          version,
          architecture,
          scope: 'runtime',
          reason: 'the manifest of an image lists what is installed in it',
          at: { file: path, line },
        }),
      ),
      graph: 'none',
      diagnostics: [],
    };
  },
};
