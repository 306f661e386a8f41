import type { ReaderEntry } from '../model/plugs/reader.ts';
import { condaExplicitFiles, condaLockFiles, environmentFiles } from './conda/conda-files.ts';

/** The readers of what conda and pixi lock, declare or install. */
export const condaReaders: readonly ReaderEntry[] = [
  {
    name: 'conda-lock',
    files: condaLockFiles,
    load: async () => (await import('./conda/conda-lock.ts')).condaLock,
  },
  {
    name: 'conda-meta',
    files: ['**/conda-meta/*.json'],
    within: 'both',
    load: async () => (await import('./conda/conda-meta.ts')).condaMeta,
  },
  {
    name: 'conda-explicit',
    files: condaExplicitFiles,
    load: async () => (await import('./conda/conda-explicit.ts')).condaExplicit,
  },
  {
    name: 'pixi-lock',
    files: ['**/pixi.lock'],
    load: async () => (await import('./conda/pixi-lock.ts')).pixiLock,
  },
  {
    name: 'environment-yml',
    files: environmentFiles,
    load: async () => (await import('./conda/environment-yml.ts')).environmentYml,
  },
];
