import type { Evaluation, Finding, Result, Uncovered } from '../anomalies/evaluation.ts';
import type { Component, Scope } from '../component.ts';
import type { Standing } from '../dossier.ts';
import type { Filed } from '../filed.ts';
import type { Release } from './release.ts';

/** A release that can be watched: its components, and the evaluation that was frozen with it, where one was. */
export type FrozenRelease = {
  readonly release: Filed<Release>;
  readonly components: readonly Component[];
  readonly evaluation: Evaluation | undefined;
};

/**
 * Whether a finding came up after the release was frozen and after the field was last reviewed. `untold` where neither
 * an evaluation was frozen with the release nor a review tells: what has changed on the day of the review may be either.
 */
export type News = 'new' | 'known' | 'untold';

/** A finding about a component of one release, with where it stands there. */
export type FieldFinding = {
  readonly release: string;
  readonly scope: Scope;
  readonly finding: Finding;
  readonly standing: Standing;
  readonly news: News;
};

/** A defect, and everywhere in the field that it is found or cannot be ruled out. */
export type FieldDefect = {
  readonly id: string;
  /** Known to be exploited, or malicious itself. */
  readonly exploited: boolean;
  /** By component and release; none of them is not affected. */
  readonly findings: readonly FieldFinding[];
};

/** One release of the field, in figures. */
export type WatchedRelease = {
  readonly version: string;
  readonly date: string;
  readonly until: string | undefined;
  /** When a review last looked at it; `undefined` where none says so. */
  readonly reviewed: string | undefined;
  /** Of others; its own packages are not counted. */
  readonly components: number;
  readonly results: Readonly<Record<Result, number>>;
  /** How many findings wait for a verdict. */
  readonly waiting: number;
  /** How often a person is asked about them: those that are asked about together are one question. */
  readonly questions: number;
  readonly news: Readonly<Record<News, number>>;
  readonly uncovered: readonly Uncovered[];
};

/** What today's advisories say of all releases that are supported. */
export type Field = {
  readonly watched: string;
  readonly data: Evaluation['data'];
  readonly releases: readonly WatchedRelease[];
  /** How many different components were evaluated. */
  readonly distinct: number;
  /** What is open first, and of that what is exploited. */
  readonly defects: readonly FieldDefect[];
};
