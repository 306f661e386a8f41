import type { Scheme } from '../model/plugs/scheme.ts';
import { compareDotted } from './dotted.ts';

/** R's package versions: numbers parted by dots or hyphens, which mean the same; `1.0` comes before `1.0.0`. */
export const cran: Scheme = {
  name: 'cran',
  title: 'R package versions (CRAN, Bioconductor)',
  ecosystems: ['Bioconductor', 'CRAN'],
  compare: (a, b) => compareDotted(a, b, /[.-]/),
};
