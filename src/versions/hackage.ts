import type { Scheme } from '../model/plugs/scheme.ts';
import { compareDotted } from './dotted.ts';

/** Haskell's package versioning policy: a list of numbers; `1.0` comes before `1.0.0`. */
export const hackage: Scheme = {
  name: 'hackage',
  title: 'Hackage versions',
  ecosystems: ['GHC', 'Hackage'],
  compare: (a, b) => compareDotted(a, b, /\./),
};
