import { decodeText } from '../base/decode-text.ts';
import type { Device } from '../model/device.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { Filed } from '../model/filed.ts';
import type { Review } from '../model/review.ts';
import type { RiskFile } from '../model/risk-file.ts';
import type { SoupItem } from '../model/soup-item.ts';
import { readRecord } from './read-record.ts';
import { recordKinds } from './record-kinds.ts';

/** The records of a device's repository, each with its file, and what is wrong with those that are not among them. */
export type Records = {
  readonly device: Filed<Device> | undefined;
  readonly items: readonly Filed<SoupItem>[];
  readonly riskFile: Filed<RiskFile> | undefined;
  readonly reviews: readonly Filed<Review>[];
  readonly evaluation: Evaluation | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Loads the files that `isRecordFile` picks; one broken file never hides the others. */
export function loadRecords(files: ReadonlyMap<string, Uint8Array>): Records {
  const diagnostics: Diagnostic[] = [];
  const loaded = new Map<string, Filed<unknown>[]>();
  for (const [file, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = recordKinds.find(({ matches }) => matches(file));
    const text = decodeText(bytes);
    if (kind === undefined) diagnostics.push(...unknownFile(file));
    else if (text === undefined) diagnostics.push(notText(file));
    else {
      const { record, problems } = readRecord(file, text, kind.schema);
      diagnostics.push(...problems);
      if (record !== undefined) loaded.set(kind.name, [...(loaded.get(kind.name) ?? []), { file, record }]);
    }
  }
  // Each list holds what the schema of its kind let through, and the kind gives the type.
  const of = <T>(name: string) => (loaded.get(name) ?? []) as readonly Filed<T>[];
  return {
    device: of<Device>('tureen')[0],
    items: of<SoupItem>('soup-item'),
    riskFile: of<RiskFile>('risks')[0],
    reviews: of<Review>('review'),
    evaluation: of<Evaluation>('anomalies.lock')[0]?.record,
    diagnostics,
  };
}

function unknownFile(file: string): Diagnostic[] {
  if (!/\.(ya?ml|json)$/.test(file)) return [];
  return [
    {
      rule: 'records/unknown-file',
      severity: 'warning',
      message: `${file} is no record that Tureen knows`,
      place: { file },
      help: `Records are ${recordKinds.map((kind) => kind.files).join(', ')}; move the file or correct its name.`,
    },
  ];
}

function notText(file: string): Diagnostic {
  return {
    rule: 'records/syntax',
    severity: 'error',
    message: `${file} is not UTF-8 text`,
    place: { file },
    help: 'Save the file as UTF-8, or restore it from git.',
  };
}
