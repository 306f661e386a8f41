import type { MavenCoordinates } from '../maven-component.ts';

/** A line of Maven's answer: an artefact, how deep it stands, and how it is used. */
export type MavenTreeNode = MavenCoordinates & {
  readonly version: string;
  /** 0 for the project that was asked about; `undefined` in a list, which has no depth. */
  readonly depth: number | undefined;
  readonly scope: string | undefined;
  readonly optional: boolean;
  /** It is named only to show an edge: the version that counts stands elsewhere in the tree. */
  readonly omitted: boolean;
  readonly line: number;
};

/** What Maven answered, in the order of the file, and what of it was not understood. */
export type MavenAnswer = {
  readonly nodes: readonly MavenTreeNode[];
  /** Group and name of the projects that a log says it is about. */
  readonly projects: readonly string[];
  readonly problems: readonly { readonly message: string; readonly line: number }[];
};

/** Why a text is no answer of Maven, and where. */
export type MavenAnswerProblem = { readonly message: string; readonly at: { readonly line: number } };
