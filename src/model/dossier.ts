import type { SafetyClass } from './clause.ts';
import type { Device } from './records/device.ts';
import type { SoftwareEntry } from './records/software-item.ts';
import type { Entry } from './entry.ts';
import type { Evaluation, Finding } from './anomalies/evaluation.ts';
import type { Filed } from './filed.ts';
import type { Inventory } from './inventory/inventory.ts';
import type { ItemInheritance } from './item-inheritance.ts';
import type { ItemUsage } from './item-usage.ts';
import type { ItemAnomalies } from './anomalies/item-anomalies.ts';
import type { LicenceFiles } from './licences/licence-files.ts';
import type { Licensing } from './licences/licensing.ts';
import type { FrozenMetadata } from './inventory/metadata.ts';
import type { Release } from './releases/release.ts';
import type { Review } from './records/review.ts';
import type { RiskFile } from './risks/risk-file.ts';
import type { SoupItem } from './records/soup-item.ts';
import type { Waivers } from './records/waiver.ts';
import type { Trace } from './trace.ts';
import type { SystemFit } from './system-fit.ts';
import type { Usage } from './inventory/usage.ts';
import type { JudgedFinding, Verdict } from './anomalies/verdict.ts';
import type { UnreadFile } from './records/unread-file.ts';
import type { Verification } from './records/verification.ts';
import type { VexEvidence } from './vex/vex-evidence.ts';

/** One SOUP item record, joined with the components that it speaks of. */
export type ItemEntry = {
  readonly filed: Filed<SoupItem>;
  /** Components of the record's own package: one for each version. */
  readonly own: readonly Entry[];
  readonly covered: readonly Entry[];
  /** The highest class among its components; `undefined` when no software item claims one. */
  readonly class: SafetyClass | undefined;
  /** Own versions in the inventory that `approved` does not list. */
  readonly unapproved: readonly string[];
  readonly anomalies: ItemAnomalies;
  /** Judgements that it takes from the records of others. */
  readonly inheritance: ItemInheritance;
  /** Who uses it by its record, with what files and sources show set against it. */
  readonly usage: ItemUsage;
  /** What it needs from the system, compared with what is there (5.3.6 c). */
  readonly fits: readonly SystemFit[];
};

/** What is known of the last evaluation: none, one whose file cannot be read, one of another inventory or of old data, or one that fits. */
export type EvaluationState =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unread'; readonly file: string }
  | { readonly kind: 'outdated'; readonly evaluation: Evaluation; readonly reason: string }
  | { readonly kind: 'current'; readonly evaluation: Evaluation };

/** A verdict, and where it stands: the file, and the position in its list. */
export type FiledVerdict = { readonly file: string; readonly index: number; readonly verdict: Verdict };

/** A verdict that is about a finding, and the part of it that says so. */
export type MetVerdict = { readonly filed: FiledVerdict; readonly judged: JudgedFinding };

/**
 * Where a finding stands: no verdict is needed, none was given (or one that is still investigated), one holds, one is to be
 * asked again because what it was judged on has changed, or one has run out.
 */
export type Standing =
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'open'; readonly met: MetVerdict | undefined }
  | { readonly kind: 'judged'; readonly met: MetVerdict }
  | { readonly kind: 'again'; readonly met: MetVerdict; readonly changed: readonly string[] }
  | { readonly kind: 'expired'; readonly met: MetVerdict; readonly until: string };

/** A finding of the evaluation, joined with its component and with what people judged. */
export type FindingEntry = {
  readonly finding: Finding;
  /** Its position in the evaluation. */
  readonly index: number;
  /** `undefined` where the component has gone since the evaluation. */
  readonly entry: Entry | undefined;
  readonly standing: Standing;
};

/** A verdict, joined with the findings that it meets. */
export type VerdictEntry = FiledVerdict & {
  /** What it is about and no finding of the evaluation is. */
  readonly unmet: readonly JudgedFinding[];
};

/** Everything about a device, loaded and joined: the one value that rules, reports and exports read. */
export type Dossier = {
  /** The day on which it is looked at. */
  readonly today: string;
  /** What holds that day in place of the clock, such as SOURCE_DATE_EPOCH; what became overdue since is not seen then. */
  readonly todayHeldBy: string | undefined;
  readonly device: Filed<Device>;
  /** Files that cannot be read whole: what they would say is not known to be missing. */
  readonly unread: readonly UnreadFile[];
  readonly inventory: Inventory;
  /** The tree of software items, in the order of the record. */
  readonly software: readonly SoftwareEntry[];
  readonly entries: readonly Entry[];
  readonly items: readonly ItemEntry[];
  readonly riskFile: Filed<RiskFile> | undefined;
  readonly verification: Filed<Verification> | undefined;
  /** SHA-256 of the files that records name as their sources; `undefined` where there is no such file. */
  readonly hashes: ReadonlyMap<string, string | undefined>;
  /** The chain of 7.3.3 through all records. */
  readonly trace: Trace;
  readonly reviews: readonly Filed<Review>[];
  /** What went to the field, supported or not. */
  readonly releases: readonly Filed<Release>[];
  readonly waivers: Filed<Waivers> | undefined;
  readonly evaluation: EvaluationState;
  /** The findings of the evaluation, current or not; empty where there is none that can be read. */
  readonly findings: readonly FindingEntry[];
  readonly verdicts: readonly VerdictEntry[];
  /** What others state about findings. */
  readonly vex: VexEvidence;
  /** What registries state of the packages in use, as it was frozen. */
  readonly metadata?: FrozenMetadata | undefined;
  readonly usage: Usage;
  readonly licenceFiles: LicenceFiles;
  readonly licensing: Licensing;
};
