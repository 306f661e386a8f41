import type { ScopeEvidence } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { parseGemfile, type Gemfile } from './gemfile.ts';

/** Reads a Gemfile with the files that it takes in; one that is not there leaves the line that asks for it unread. */
export function readGemfile(file: string, opened: ReadonlyMap<string, string>): Gemfile | undefined {
  const text = opened.get(file);
  if (text === undefined) return undefined;
  const queue = [parseGemfile(file, text)];
  const seen = new Set([file]);
  const asks = new Map<string, ScopeEvidence[]>();
  const unread: LinePlace[] = [];
  let gemspec: ScopeEvidence | undefined;
  for (const one of queue) {
    for (const [name, uses] of one.asks) asks.set(name, [...(asks.get(name) ?? []), ...uses]);
    gemspec ??= one.gemspec;
    for (const each of one.unread) unread.push(each);
    for (const { file: included, groups, at } of one.includes) {
      const inner = seen.has(included) ? undefined : opened.get(included);
      if (inner === undefined) unread.push(at);
      else queue.push(parseGemfile(included, inner, groups));
      seen.add(included);
    }
  }
  return { file, asks, gemspec, unread, includes: queue.flatMap(({ includes }) => includes) };
}

/** The files of a Gemfile: itself, and those that it and these take in. */
export function gemfileFiles(file: string, opened: ReadonlyMap<string, string>): readonly string[] {
  return [file, ...(readGemfile(file, opened)?.includes.map((included) => included.file) ?? [])];
}
