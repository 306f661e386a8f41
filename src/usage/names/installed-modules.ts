import type { ModuleHints } from '../../model/plugs/import-finder.ts';

/** The top-level modules that an installed distribution names in its `top_level.txt`. */
export const installedModules: ModuleHints = {
  files: ['**/*.dist-info/top_level.txt', '**/*.egg-info/top_level.txt'],
  reach: 'everywhere',
  read: (path, text) => {
    const distribution = /(?<![^/])([^/]+?)(?:-[^/-]+)?\.(?:dist|egg)-info\/top_level\.txt$/.exec(path)?.[1];
    const modules = text.split('\n').map((line) => line.trim());
    return distribution === undefined
      ? []
      : modules.filter((module) => module !== '').map((module) => ({ module, packages: [distribution] }));
  },
};
