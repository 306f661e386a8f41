import type { ModuleHints } from '../../model/plugs/import-finder.ts';

/** Modules that a go.mod replaces by another one of a repository: the imports keep the old path. */
export const replacedModules: ModuleHints = {
  files: ['**/go.mod', '**/go.work'],
  reach: 'below',
  read: (_path, text) =>
    [...text.matchAll(replacement)].map(([, old = '', replacing = '']) => ({
      module: `${old}*`,
      packages: [replacing],
    })),
};

/** What is replaced by a folder has no version behind it. */
const replacement = /^[ \t]*(?:replace[ \t]+)?([\w.~/-]+)(?:[ \t]+v[^\s=]*)?[ \t]+=>[ \t]+([\w.~/-]+)[ \t]+v/gm;
