import type { Place } from './place.ts';

/** What a node of the trace is. */
export type TraceKind =
  | 'risk'
  | 'software-item'
  | 'soup-item'
  | 'failure-mode'
  | 'control'
  | 'requirement'
  | 'anomaly'
  | 'test'
  | 'document'
  | 'nothing';

/** One thing with an id; of kind `nothing` where an id is named that leads nowhere. */
export type TraceNode = {
  readonly id: string;
  readonly kind: TraceKind;
  readonly title: string;
  /** What else is short and matters: estimates of a risk, the kind of a control, the limit of a requirement. */
  readonly facts: readonly string[];
  readonly place: Place | undefined;
};

/**
 * What a test or document says for what names it: a person reads a document; a test passed, failed or was skipped, has no
 * result, or has one that no longer holds.
 */
export type Standing =
  | { readonly kind: 'document' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'passed' | 'failed' | 'skipped'; readonly on: string; readonly source: string }
  | { readonly kind: 'stale'; readonly on: string; readonly source: string; readonly reason: string };

/** A link from a hazard towards its evidence, and where it is written. */
export type TraceLink = {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
  /** Of links to a test or document. */
  readonly standing?: Standing;
};

/** The chain of 7.3.3: hazardous situation, software item, SOUP item, failure mode, control, requirement, verification. */
export type Trace = {
  readonly nodes: ReadonlyMap<string, TraceNode>;
  /** Each once, sorted by where they begin, in the order of the records. */
  readonly links: readonly TraceLink[];
};

/** The part of a trace that somebody asked for: everything above and below one node. */
export type TraceGraph = Trace & {
  readonly start: string;
  /** What the rules miss at a node, by its id. */
  readonly faults: ReadonlyMap<string, readonly string[]>;
};

/** A plug that writes a part of the trace as a graph. */
export type TraceExport = {
  /** Named as its file, such as `mermaid`. */
  readonly name: string;
  readonly write: (graph: TraceGraph) => string;
};
