import type { VersionStatement } from '../../../model/anomalies/cve.ts';

/** A bound that a version has to keep. */
export type VersionBound = {
  readonly sign: '>=' | '>' | '<' | '<=' | '=';
  readonly text: string;
  /** Whether it is kept, by the order of the version and the bound. */
  readonly holds: (order: number) => boolean;
};

/**
 * The bounds of an entry of `versions` (CVE JSON 5); none for every version, `undefined` where it names none that could be
 * compared. Some authors write a whole range into the version, such as `>= 1.0, < 1.2`.
 */
export function rangeIn({ version, lessThan, lessThanOrEqual }: VersionStatement): readonly VersionBound[] | undefined {
  const start = version.trim().slice(0, 200);
  const end = lessThan ?? lessThanOrEqual;
  if (end === undefined) return everything.has(start.toLowerCase()) ? [] : (writtenRange(start) ?? single(start));
  const from = openStarts.has(start.toLowerCase()) ? [] : [bound('>=', start)];
  if (end.trim() === '*') return unspecified.has(start.toLowerCase()) ? undefined : from;
  return [...from, lessThan === undefined ? lastOf(end.trim()) : bound('<', end.trim())];
}

/** `5.11.*` takes in all of 5.11: what comes next begins at 5.12. */
function lastOf(end: string): VersionBound {
  const [, start = '', number] = /^(.{0,100}?)(\d{1,15})\.\*$/.exec(end) ?? [];
  return number === undefined ? bound('<=', end) : bound('<', `${start}${Number(number) + 1}`);
}

/** Words for every version; `0` as the beginning of a run says that there is no earlier one. */
const everything = new Set(['*', 'all', 'all versions']);
const unspecified = new Set(['', 'n/a', '-', 'unspecified', 'unknown', 'none']);
const openStarts = new Set([...everything, ...unspecified, '0']);

function single(text: string): readonly VersionBound[] | undefined {
  return unspecified.has(text.toLowerCase()) || /\s/.test(text) ? undefined : [bound('=', text.replace(/^=+/, ''))];
}

function writtenRange(text: string): readonly VersionBound[] | undefined {
  if (!/^[<>=]/.test(text)) return undefined;
  const parts = text.split(',').map((part) => /^\s*(<=|>=|<|>|=)\s*([^\s<>=]{1,100})\s*$/.exec(part));
  const bounds = parts.flatMap((part) => {
    const sign = signs.find((each) => each === part?.[1]);
    return sign === undefined ? [] : [bound(sign, part?.[2] ?? '')];
  });
  return bounds.length === parts.length ? bounds : undefined;
}

const signs = ['>=', '>', '<', '<=', '='] as const;

function bound(sign: VersionBound['sign'], text: string): VersionBound {
  return { sign, text, holds: keeps[sign] };
}

const keeps: Readonly<Record<VersionBound['sign'], (order: number) => boolean>> = {
  '>=': (order) => order >= 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '=': (order) => order === 0,
};
