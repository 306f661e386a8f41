import type { StatedFact } from '../component.ts';
import type { DetectedLicence } from './detected-licence.ts';

/** A file that holds licence texts or notices, and what was detected in it. */
export type LicenceFile = {
  readonly path: string;
  /** A licence text; or a notice that is to be handed on as it is. */
  readonly kind: 'licence' | 'notice';
  readonly text: string;
  readonly detected: readonly DetectedLicence[];
  /** How many words belong to no licence that is known. */
  readonly otherWords: number;
};

/** The licence files beside installed packages and in the product itself: nobody looked, or what was found. */
export type LicenceFiles =
  | { readonly kind: 'not-looked' }
  | {
      readonly kind: 'looked';
      /** The files of a component, by its package URL, sorted by path; a component without any is not named. */
      readonly of: ReadonlyMap<string, readonly LicenceFile[]>;
      /** Files that belong to no component of the inventory: the product's own, and what was copied into it. */
      readonly others: readonly LicenceFile[];
      /** What installed packages state of themselves, by the package URL of the component. */
      readonly installed: ReadonlyMap<string, readonly StatedFact[]>;
    };
