import { z } from 'zod';
import type { KeyPath } from '../model/place.ts';

/** The keys that a schema allows at a key path, in the order of the schema; of a union, those of all branches. */
export function knownKeys(schema: z.ZodType, keyPath: KeyPath): readonly string[] {
  let nodes: readonly Node[] = [z.toJSONSchema(schema, { io: 'input' }) as Node];
  for (const key of keyPath) nodes = nodes.flatMap(branches).flatMap((node) => stepInto(node, key));
  return [...new Set(nodes.flatMap(branches).flatMap((node) => Object.keys(node.properties ?? {})))];
}

/** The word of a list that a typing error most likely stands for: at most a third of its letters differ. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const ranked = words.map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }));
  const best = ranked.toSorted((a, b) => a.distance - b.distance)[0];
  return best !== undefined && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : undefined;
}

type Node = {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
};

function branches(node: Node): readonly Node[] {
  return [node, ...(node.anyOf ?? []).flatMap(branches), ...(node.oneOf ?? []).flatMap(branches)];
}

function stepInto(node: Node, key: string | number): readonly Node[] {
  const next = typeof key === 'number' ? node.items : node.properties?.[key];
  return next === undefined ? [] : [next];
}

/** Insertions, deletions and replacements that lead from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
