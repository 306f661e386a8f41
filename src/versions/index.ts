import type { Scheme } from '../model/scheme.ts';
import { deb } from './deb.ts';
import { pep440 } from './pep440.ts';
import { semver } from './semver.ts';

/** Every version scheme; an OSV ecosystem is ordered by the one that names it. */
export const schemes: readonly Scheme[] = [deb, pep440, semver];
