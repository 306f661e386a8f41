import { z } from 'zod';
import { compareDigits, compareLists } from '../base/compare.ts';
import type { CompareVersions, Registry, RegistryAnswers, RegistryReading } from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom } from './told.ts';

const infoSchema = z.object({
  Version: z.string(),
  Time: z.string().optional(),
  Origin: z.object({ URL: z.string().optional() }).nullish(),
});

/**
 * A Go module proxy: when a version was made, which is the newest, and what the newest go.mod says of the module: that it
 * is deprecated, and which versions were retracted.
 */
export const golang: Registry = {
  name: 'golang',
  title: 'Go module proxy',
  configured: 'GOPROXY in the environment or in the env file of go',
  ask: ({ namespace, name, version }, answers) => {
    const module = escaped(namespace === undefined ? name : `${namespace}/${name}`);
    const asked = (question: string, file: readonly string[], accept: string) => ({
      name: question,
      path: [...module.split('/'), ...file],
      accept,
    });
    if (!answers.has('info')) return asked('info', ['@v', `${escaped(version)}.info`], 'application/json');
    if (!answers.has('list')) return asked('list', ['@v', 'list'], 'text/plain');
    const newest = listed(answers).at(-1) ?? (answers.get('info') === undefined ? undefined : version);
    if (newest === undefined || answers.has('mod')) return undefined;
    return asked('mod', ['@v', `${escaped(newest)}.mod`], 'text/plain');
  },
  read: ({ version }, answers, compare): RegistryReading => {
    const info = answers.get('info');
    if (info === undefined) return { kind: 'absent', reason: 'the proxy does not know the version' };
    const answer = jsonAnswer(infoSchema, info);
    if (answer.kind === 'damaged') return answer;
    const mod = answers.get('mod') ?? '';
    const retracted = retractionsIn(mod);
    return {
      kind: 'facts',
      facts: factsFrom({
        repository: answer.value.Origin?.URL,
        deprecated: deprecationIn(mod),
        yanked: retracted.find((one) => covers(one, version, compare))?.reason,
        latest: listed(answers, compare).findLast((one) => !retracted.some((range) => covers(range, one, compare))),
        released: answer.value.Time,
      }),
    };
  },
};

/** A capital is written as `!` and the small letter, for file systems that do not tell them apart. */
function escaped(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/** Released versions, the newest last; where nothing is given, by their numbers. */
function listed(answers: RegistryAnswers, compare: CompareVersions = byNumbers): readonly string[] {
  const lines = (answers.get('list') ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => /^v\d+\.\d+\.\d+(?:\+incompatible)?$/.test(line)).toSorted(compare);
}

function byNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.match(/\d+/g) ?? []);
  return compareLists(left ?? [], right ?? [], compareDigits);
}

/** A paragraph that begins with `Deprecated:`, above the module directive or behind it (Go modules reference). */
function deprecationIn(mod: string): string | undefined {
  const lines = mod.split(/\r?\n/);
  const module = lines.findIndex((line) => /^\s*module\b/.test(line));
  if (module === -1) return undefined;
  const above = lines.slice(0, module);
  const begin = above.findLastIndex((line) => !/^\s*\/\//.test(line)) + 1;
  const comments = [...above.slice(begin), /\/\/.*$/s.exec(lines[module] ?? '')?.[0] ?? ''];
  const paragraphs = comments
    .map(commentText)
    .join('\n')
    .split(/\n{2,}/);
  return paragraphs.flatMap((paragraph) => /^\s*Deprecated:\s*(.+)$/s.exec(paragraph)?.[1] ?? [])[0];
}

function commentText(line: string): string {
  return line.trim().replace(/^\/\/\s?/, '');
}

/** Versions that the module's authors took back, and why. */
type Retraction = { readonly from: string; readonly to: string; readonly reason: string };

function retractionsIn(mod: string): readonly Retraction[] {
  const found: Retraction[] = [];
  let comments: string[] = [];
  let block: string | undefined;
  for (const line of mod.split(/\r?\n/)) {
    const [code = '', ...rest] = line.split('//');
    const behind = rest.join('//').trim();
    const words = code.trim();
    if (words === '') {
      if (behind === '') comments = [];
      else comments.push(behind);
      continue;
    }
    const range = block === undefined ? /^retract\s+(.*)$/s.exec(words)?.[1] : words;
    if (range === '(') block = comments.join(' ');
    else if (words === ')') block = undefined;
    else if (range !== undefined)
      for (const each of rangeOf(range, behind || comments.join(' ') || block || 'without a reason')) found.push(each);
    comments = [];
  }
  return found;
}

function rangeOf(text: string, reason: string): readonly Retraction[] {
  const [, from, to] = /^\[\s*(v[^\s,]+)\s*,\s*(v[^\s\]]+)\s*\]$/.exec(text) ?? /^(v\S+)$/.exec(text) ?? [];
  return from === undefined ? [] : [{ from, to: to ?? from, reason }];
}

function covers({ from, to }: Retraction, version: string, compare: CompareVersions): boolean {
  return compare(from, version) <= 0 && compare(version, to) <= 0;
}
