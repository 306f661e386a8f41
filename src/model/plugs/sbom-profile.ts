import type { LinePlace } from '../place.ts';
import type { SbomCompleteness, SbomComponent, SbomDocument } from '../inventory/sbom-document.ts';

/**
 * What an SBOM says to one question. `unknown` is what it declares not to know, which some profiles accept and others do
 * not; silence is `missing`. The message goes on after the name of who was asked: `names no supplier`.
 */
export type SbomAnswer =
  | { readonly state: 'met' }
  | { readonly state: 'missing' | 'unknown'; readonly message: string }
  | { readonly state: 'not-applicable'; readonly reason: string };

/** A document with what questions on its graph need, looked up once. */
export type SbomView = {
  readonly document: SbomDocument;
  /** What the document is about, where that is one component. */
  readonly product: SbomComponent | undefined;
  /** References of elements whose needs or parts are told, if only that there are none. */
  readonly told: ReadonlySet<string>;
  /** References of elements that need or hold at least one other. */
  readonly linking: ReadonlySet<string>;
  /** References that something else needs or holds. */
  readonly reached: ReadonlySet<string>;
  /** What is stated on the completeness of an element's dependencies or parts. */
  readonly completeness: ReadonlyMap<string, SbomCompleteness['state']>;
};

/** A wrong or right SBOM: the requirement's test and its manual. */
export type SbomExample = {
  readonly title: string;
  /** The complete small SBOM of `test/base-sbom.ts` that the changes are laid over. */
  readonly over: 'cyclonedx' | 'spdx';
  /** Values by dotted key path, such as `components.0.supplier`; `undefined` takes a key away. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** The gaps, a line each; empty for a right example. */
  readonly says: readonly string[];
};

/** What can be asked of an SBOM, whichever profile asks. */
export type SbomQuestion = {
  readonly title: string;
  /** How to fill the gap in each family of formats. */
  readonly help: { readonly cyclonedx: string; readonly spdx: string };
  readonly examples: readonly SbomExample[];
  /** What a property calls the field when it declares that it is not known, withheld or justified. */
  readonly declaredAs?: readonly string[];
} & (
  | { readonly subject: 'document'; readonly ask: (view: SbomView) => SbomAnswer }
  | { readonly subject: 'component'; readonly ask: (component: SbomComponent, view: SbomView) => SbomAnswer }
);

/** `if-exists` is a duty only where the thing exists, which no SBOM can tell; a gap in it is a note. */
export type SbomLevel = 'must' | 'should' | 'if-exists' | 'may';

/** One requirement of a profile. */
export type SbomRequirement = SbomQuestion & {
  /** `<profile>/<mnemonic>`. */
  readonly id: string;
  /** The number, section or name of the element in the profile's own publication. */
  readonly element: string;
  readonly level: SbomLevel;
  /** Whether the profile takes a declared unknown for an answer. */
  readonly acceptsUnknown: boolean;
};

/** Something that a profile asks for and that no SBOM can show. */
export type SbomElsewhere = {
  readonly id: string;
  readonly element: string;
  readonly title: string;
  readonly level: SbomLevel;
  /** Why no SBOM shows it, and where it belongs. */
  readonly reason: string;
};

/** A plug: a published list of what an SBOM has to say. */
export type SbomProfile = {
  /** Named as its file and as the value of `--profile`. */
  readonly name: string;
  readonly title: string;
  /** Who published it, when, and what it is good for. */
  readonly about: string;
  readonly requirements: readonly SbomRequirement[];
  readonly elsewhere: readonly SbomElsewhere[];
};

/** One place where a requirement is not met. */
export type SbomGap = { readonly message: string; readonly at: LinePlace };

/** What came of one requirement: how many were asked, and what they said. */
export type SbomOutcome = {
  readonly requirement: SbomRequirement;
  readonly met: number;
  /** Declared as not known: accepted, and so counted apart from the gaps. */
  readonly unknown: number;
  readonly notApplicable: number;
  /** Why it does not apply, where it does not. */
  readonly reason: string | undefined;
  readonly gaps: readonly SbomGap[];
};

/** An SBOM held against one profile. */
export type SbomVerdict = {
  readonly profile: SbomProfile;
  readonly outcomes: readonly SbomOutcome[];
  /** Nothing is missing of what must or should be there. */
  readonly complete: boolean;
};
