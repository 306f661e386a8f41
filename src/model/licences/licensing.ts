import type { SoftwareItem } from '../records/software-item.ts';
import type { Entry } from '../entry.ts';
import type { Filed } from '../filed.ts';
import type { LicenceUse } from './licence-use.ts';
import type { LicenceVerdict } from './licence-verdict.ts';
import type { LicencesFile } from './licences-file.ts';
import type { KeyPlace, Place } from '../place.ts';

/** The licence that was judged, and whose word it is. */
export type JudgedText = {
  readonly text: string;
  readonly from: 'concluded' | 'covering' | 'declared' | 'concluded-by-others' | 'nobody';
  /** Where it stands. */
  readonly place: Place;
};

/** A choice, conclusion or opinion, where it stands. */
export type OpinionHeld = { readonly document: string; readonly place: KeyPlace };

/** What follows from the licence of one component in one software item. */
export type JudgedLicence = {
  readonly entry: Entry;
  /** `undefined` where none claims the component. */
  readonly softwareItem: SoftwareItem | undefined;
  readonly licence: JudgedText;
  /** What the files state, each once; nothing of it is joined with what people concluded. */
  readonly declared: readonly string[];
  /** What the files stated when a person concluded, where that was written down. */
  readonly judgedOn: { readonly text: string; readonly place: KeyPlace } | undefined;
  readonly use: LicenceUse;
  readonly verdict: LicenceVerdict;
  /** The legal opinion on it, where a record names one. */
  readonly opinion: OpinionHeld | undefined;
  /** Where a person would write the decision. */
  readonly decideAt: Place;
};

/** Everything about the licences of what ships: decisions and what follows. */
export type Licensing = {
  readonly decisions: Filed<LicencesFile> | undefined;
  readonly judged: readonly JudgedLicence[];
};
