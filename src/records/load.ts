import { packageOf } from '../base/packages/purl.ts';
import { isFrozenOfRelease } from '../base/releases/release-files.ts';
import type { AnomalyList } from '../model/anomalies/anomaly-list.ts';
import type { Device } from '../model/records/device.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dispositions } from '../model/anomalies/disposition.ts';
import type { Evaluation } from '../model/anomalies/evaluation.ts';
import type { Filed } from '../model/filed.ts';
import type { LicencesFile } from '../model/licences/licences-file.ts';
import type { FrozenMetadata } from '../model/inventory/metadata.ts';
import type { Release } from '../model/releases/release.ts';
import type { Review } from '../model/records/review.ts';
import type { RiskFile } from '../model/risks/risk-file.ts';
import type { SoupItem } from '../model/records/soup-item.ts';
import type { Verdicts } from '../model/anomalies/verdict.ts';
import type { Waivers } from '../model/records/waiver.ts';
import { lookUpMetadata } from './loading/look-up-metadata.ts';
import { strayFiles } from './loading/stray-files.ts';
import type { UnreadFile } from '../model/records/unread-file.ts';
import type { Verification } from '../model/records/verification.ts';
import type { VexRecord } from '../model/vex/vex-record.ts';
import { loadRecord } from './loading/load-record.ts';
import type { RecordContent } from './loading/parse-record.ts';
import { isFrozenVex, isRecordFile, kindOf, kinds, recordKinds, type RecordKind } from './loading/record-kinds.ts';

/** The records of a device's repository, each with its file, and what is wrong with any of its files. */
export type Records = {
  readonly device: Filed<Device> | undefined;
  readonly items: readonly Filed<SoupItem>[];
  readonly riskFile: Filed<RiskFile> | undefined;
  readonly licences: Filed<LicencesFile> | undefined;
  readonly reviews: readonly Filed<Review>[];
  readonly releases: readonly Filed<Release>[];
  readonly waivers: Filed<Waivers> | undefined;
  readonly verdicts: readonly Filed<Verdicts>[];
  readonly anomalyLists: readonly Filed<AnomalyList>[];
  readonly dispositions: readonly Filed<Dispositions>[];
  readonly verification: Filed<Verification> | undefined;
  readonly vex: readonly Filed<VexRecord>[];
  readonly evaluation: Evaluation | undefined;
  readonly metadata: FrozenMetadata | undefined;
  /** The files that say nothing, or not all that stands in them, each with what it is or would be. */
  readonly unread: readonly UnreadFile[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Loads the files that `isRecordFile` picks, in the order of their paths; one broken file never hides the others. */
export function loadRecords(files: ReadonlyMap<string, RecordContent>): Records {
  const sorted = [...files].filter(([file]) => isRecordFile(file)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const diagnostics = sorted.flatMap(([file]) => unknownFile(file));
  const unread = sorted.flatMap(([file]) => misspeltRecord(file));
  const take = <T>(kind: RecordKind<T>): readonly Filed<T>[] =>
    sorted.flatMap(([file, content]) => {
      if (!kind.matches(file)) return [];
      const loaded = loadRecord(kind, file, content);
      for (const each of loaded.diagnostics) diagnostics.push(each);
      if (loaded.diagnostics.length > 0) unread.push({ kind: kind.name, file });
      return loaded.record === undefined ? [] : [{ file, record: loaded.record }];
    });
  const items = take(kinds.item).map(canonicalItem);
  const anomalyLists = take(kinds.anomalyList);
  const dispositions = take(kinds.dispositions);
  const ofItems = [...anomalyLists, ...dispositions].map(({ file, record }) => ({
    file,
    soup: canonical(record.soup),
  }));
  // Only `check --baseline` measures by it; that it is broken is told at once.
  take(kinds.checkBaseline);
  for (const each of strayFiles(ofItems, items, files)) diagnostics.push(each);
  return {
    device: take(kinds.device).map(canonicalDevice)[0],
    items,
    riskFile: take(kinds.riskFile)[0],
    licences: take(kinds.licences).map(canonicalLicences)[0],
    reviews: take(kinds.review),
    releases: take(kinds.release),
    waivers: take(kinds.waivers)[0],
    verdicts: take(kinds.verdicts).map(canonicalVerdicts),
    anomalyLists,
    dispositions,
    verification: take(kinds.verification)[0],
    vex: take(kinds.vex),
    evaluation: take(kinds.evaluation)[0]?.record,
    metadata: take(kinds.metadata).map(({ file, record }) => lookUpMetadata(record, files.get(file)))[0],
    unread,
    diagnostics,
  };
}

/** People write package URLs as they know them, `pkg:npm/@scope/name`; what is compared is the canonical form. */
function canonicalItem({ file, record }: Filed<SoupItem>): Filed<SoupItem> {
  const covers = record.covers.map((cover) =>
    'packages' in cover ? Object.assign({}, cover, { packages: canonical(cover.packages) }) : cover,
  );
  const inherits = record.inherits.map((one) => Object.assign({}, one, { from: canonical(one.from) }));
  return { file, record: { ...record, soup: canonical(record.soup), covers, inherits } };
}

function canonicalDevice({ file, record }: Filed<Device>): Filed<Device> {
  const scope = record.scope.map((decision) => Object.assign({}, decision, { packages: canonical(decision.packages) }));
  return { file, record: { ...record, scope } };
}

function canonicalVerdicts({ file, record }: Filed<Verdicts>): Filed<Verdicts> {
  const verdicts = record.verdicts.map((verdict) =>
    Object.assign({}, verdict, {
      judged: verdict.judged.map((one) => Object.assign({}, one, { package: canonical(one.package) })),
    }),
  );
  return { file, record: { verdicts } };
}

function canonicalLicences({ file, record }: Filed<LicencesFile>): Filed<LicencesFile> {
  const one = <T extends { readonly packages: string }>(line: T): T =>
    Object.assign({}, line, { packages: canonical(line.packages) });
  return {
    file,
    record: {
      ...record,
      conclusions: record.conclusions.map(one),
      choices: record.choices.map(one),
      opinions: record.opinions.map((line) => Object.assign({}, line, { packages: line.packages.map(canonical) })),
      obligations: record.obligations.map((line) =>
        line.packages === undefined ? line : Object.assign({}, line, { packages: canonical(line.packages) }),
      ),
    },
  };
}

function canonical(pattern: string): string {
  return pattern.includes('*') ? pattern.replace('/@', '/%40') : packageOf(pattern);
}

/** A file that no kind knows is said, unless it is documentation or hidden; one whose name is nearly right is an error. */
function unknownFile(file: string): Diagnostic[] {
  if (
    isKnown(file) ||
    isFrozenVex(file) ||
    isFrozenOfRelease(file) ||
    /(^|\/)(\.[^/]*|README(\.\w+)?|[^/]*\.md)$/i.test(file)
  )
    return [];
  const spelled = asSpelt(file);
  const misspelled = isKnown(spelled);
  return [
    {
      rule: 'records/unknown-file',
      severity: misspelled ? 'error' : 'warning',
      message: `${file} is no record that Tureen knows; nothing of it was read`,
      place: { file },
      help: misspelled
        ? `Rename it to ${spelled}.`
        : `${/^soup\/[^/]+\.ya?ml$/.test(file) ? `Move it to soup/items/ when it is the record of a SOUP item. ` : ''}Records are ${recordKinds.map((kind) => kind.files).join(', ')}; move the file or correct its name.`,
    },
  ];
}

function isKnown(file: string): boolean {
  return kindOf(file) !== undefined;
}

/** What a file would be whose name is nearly right. */
function misspeltRecord(file: string): UnreadFile[] {
  const kind = isKnown(file) ? undefined : kindOf(asSpelt(file));
  return kind === undefined ? [] : [{ kind: kind.name, file }];
}

function asSpelt(file: string): string {
  return file.toLowerCase().replace(/\.yml$/, '.yaml');
}
