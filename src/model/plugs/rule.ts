import type { ClauseId, SafetyClass } from '../clause.ts';
import type { Severity } from '../diagnostic.ts';
import type { Dossier, ItemEntry } from '../dossier.ts';
import type { Entry } from '../entry.ts';
import type { Place } from '../place.ts';
import type { UnreadFile } from '../records/unread-file.ts';
import type { WaiverEntry } from '../records/waiver.ts';

/** What a problem is about, where the subject of its rule does not tell: a package, and the ids of a defect of it. */
export type Matter = { readonly purl: string; readonly anomalies?: readonly string[] };

/** What a rule found: the rule adds clause, severity and, unless the problem has its own, help. */
export type Problem = {
  readonly message: string;
  readonly place: Place;
  readonly help?: string;
  /** A waiver that meets all of them meets the problem. */
  readonly about?: readonly Matter[];
  /** The same said of some of what it is about, when the rest is waived; without it a problem is waived whole or not at all. */
  readonly among?: (left: (matter: Matter) => boolean) => Problem | undefined;
};

/** What a rule found in a dossier, before the waivers are asked. */
export type Found = { readonly rule: Rule; readonly problem: Problem };

/**
 * A wrong or right way to keep the records: the rule's test and its manual. The files are laid over the
 * base device of `test/base-device.ts`; a key set to `undefined` takes the file away.
 */
export type Example = {
  readonly title: string;
  readonly files: Readonly<Record<string, string | undefined>>;
  /** What the rule says of it, a line each; empty for a right example. */
  readonly says: readonly string[];
};

/** A key of `tureen.yaml` that a rule asks, what holds where it is left out, and what it means. */
export type RuleSetting = { readonly key: string; readonly otherwise: string; readonly means: string };

type RuleText = {
  /** `<folder>/<file name>`, such as `62304/manufacturer`. */
  readonly id: string;
  readonly title: string;
  readonly clause: ClauseId;
  /** The classes it is asked for; an unclassified subject counts as C. */
  readonly classes: readonly SafetyClass[];
  readonly severity: Severity;
  /** Why anybody asks. */
  readonly why: string;
  /** What a device may set in `tureen.yaml` for it. */
  readonly settings?: readonly RuleSetting[];
  /** What to do, in one or two sentences. */
  readonly help: string;
  /**
   * Kinds of files that it misses something in: while one of them cannot be read, nobody can tell, and it is not asked.
   */
  readonly restsOn?: readonly UnreadFile['kind'][];
  readonly examples: readonly Example[];
};

/** A plug that checks one thing of a dossier at the class of its subject; it knows no files and no lines. */
export type Rule = RuleText &
  (
    | { readonly subject: 'device'; readonly check: (dossier: Dossier) => readonly Problem[] }
    | { readonly subject: 'item'; readonly check: (item: ItemEntry, dossier: Dossier) => readonly Problem[] }
    | { readonly subject: 'waiver'; readonly check: (entry: WaiverEntry) => readonly Problem[] }
    | { readonly subject: 'component'; readonly check: (entry: Entry, dossier: Dossier) => readonly Problem[] }
  );
