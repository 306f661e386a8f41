import { unreadable } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ScannedFile } from '../../model/inventory/inventory.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import type { UnreadFormat } from '../../readers/unread-formats.ts';
import { isInput, readerOf } from './find-reader.ts';
import type { Within } from './find-systems.ts';
import type { ListedFile, Unlisted } from '../host.ts';

/** What became of one path: its row in the account of files, and what was read. */
export type Taken = { readonly row: ScannedFile; readonly reading: Reading };

/** An input that is left out for a good reason. */
export function skipped(path: string, reader: string | undefined, reason: string): Taken {
  return { reading: unreadable(), row: { path, reader, status: 'skipped', reason, graph: 'none' } };
}

/** An input in a format without a reader. */
export function notUnderstood(file: ListedFile, { title, help }: UnreadFormat): Taken {
  const row: ScannedFile = {
    path: file.path,
    reader: undefined,
    status: 'not-understood',
    reason: `no reader for ${title} yet`,
    graph: 'none',
  };
  const diagnostic: Diagnostic = {
    rule: 'reading/no-reader',
    severity: 'warning',
    message: `${file.path} looks like an input (${title}), but there is no reader for it yet`,
    place: { file: file.path },
    help:
      help ??
      'Export it as a CycloneDX SBOM or enter its components in tureen.yaml; or list the file under `ignore` there.',
  };
  return { row, reading: unreadable(diagnostic) };
}

/** A path that could not be reached, or is not meant to be. */
export function passedOver(unlisted: Unlisted, within: Within, ignored: boolean): Taken {
  const { path, kind, reason } = unlisted;
  const severity = ignored ? undefined : severityOf(unlisted, within);
  const row: ScannedFile = {
    path,
    reader: readerOf({ path }, within)?.name,
    status: severity === 'error' ? 'not-understood' : 'skipped',
    reason,
    graph: 'none',
  };
  if (severity === undefined) return { row, reading: unreadable() };
  const remedy = kind === 'outside' ? 'Put the file itself here' : 'Mend that';
  const help = `${remedy}, or list it under \`ignore\` in tureen.yaml when it is no part of the product.`;
  const message = `${path} was not read: ${reason}`;
  return { row, reading: unreadable({ rule: 'reading/unreachable', severity, message, place: { file: path }, help }) };
}

/** An input, or a folder that nobody could look into, leaves the inventory incomplete; what lies outside is told. */
function severityOf({ path, kind }: Unlisted, within: Within): 'error' | 'warning' | undefined {
  if (kind === 'elsewhere' || kind === 'ignored' || kind === 'unfinished') return undefined;
  if (isInput(path, within)) return 'error';
  if (!path.endsWith('/')) return undefined;
  return kind === 'unreadable' ? 'error' : 'warning';
}
