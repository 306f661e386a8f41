import { isDeepStrictEqual } from 'node:util';
import type { Example } from '../../model/plugs/rule.ts';
import { sealedLock } from '../../rules/examples/sealed-lock.ts';
import { withList } from '../../rules/examples/with-anomalies.ts';
import { printJson, type Json } from './print-json.ts';

/** A file of an example as a person reads it. */
export type FileInBrief = {
  readonly path: string;
  /** `undefined` where the example is about the file being absent. */
  readonly text: string | undefined;
  /** `part` where a tool writes the file, and what does not matter is left out; `before` where it is as in the last example that had it. */
  readonly shown: 'whole' | 'part' | 'before';
};

/** The files of each example, what a person writes before what a tool writes, and of that the part that matters, once. */
export function filesInBrief(examples: readonly Example[]): readonly (readonly FileInBrief[])[] {
  const last = new Map<string, string | undefined>();
  return examples.map(({ files }) => {
    const briefs = Object.entries(files).map(([path, text]): FileInBrief => {
      const isBefore = text !== undefined && last.get(path) === text && text.trimEnd().split('\n').length > short;
      last.set(path, text);
      if (isBefore) return { path, text, shown: 'before' };
      const part = text === undefined || !isGenerated(path) ? undefined : partOf(path, text);
      return { path, text, shown: 'whole', ...part };
    });
    return briefs.toSorted((a, b) => Number(isGenerated(a.path)) - Number(isGenerated(b.path)));
  });
}

/** So many lines are sooner read again than looked for. */
const short = 3;

function isGenerated(path: string): boolean {
  return path.endsWith('.json');
}

/** What is left out is in the file that the test of the example reads; a text that is no object is shown as it is. */
function partOf(path: string, text: string): Pick<FileInBrief, 'text' | 'shown'> | undefined {
  const whole = objectIn(text);
  if (whole === undefined) return undefined;
  const usual = objectIn(usualTexts[path] ?? '');
  if (usual === undefined) return { text: printJson(whole), shown: 'whole' };
  const own = Object.entries(whole).filter(
    ([key, value]) => !isSeal(key, value) && (isMatter(key, value) || !isDeepStrictEqual(value, usual[key])),
  );
  const kept = own.length > 0 ? own : Object.entries(whole).filter(([key, value]) => !isSeal(key, value));
  return { text: printJson(Object.fromEntries(kept.map(([key, value]) => [key, pruned(value)]))), shown: 'part' };
}

/** Files of which most is the same in every example, as they are where nothing is to be told. */
const usualTexts: Readonly<Record<string, string>> = { ...sealedLock(), ...withList() };

/** The hash over all the rest, unless the example is about one that cannot be it. */
function isSeal(key: string, value: Json): boolean {
  return (key === 'content' || key === 'hash') && typeof value === 'string' && /[0-9a-f]{64}$/.test(value);
}

function isMatter(key: string, value: Json): boolean {
  return (key === 'findings' || key === 'entries') && Array.isArray(value) && value.length > 0;
}

/** A value without what says nothing, or what only a person reads who judges a defect. */
function pruned(value: Json): Json {
  if (Array.isArray(value)) return value.map(pruned);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(
    ([key, each]) =>
      !asides.has(key) && !(Array.isArray(each) && each.length === 0) && !(key === 'kind' && usualKinds.has(each)),
  );
  return Object.fromEntries(entries.map(([key, each]) => [key, pruned(each)]));
}

const usualKinds = new Set<Json>(['vulnerability', 'fix']);
const asides = new Set(['why', 'modified', 'title', 'source', 'state']);

function objectIn(text: string): Readonly<Record<string, Json>> | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
