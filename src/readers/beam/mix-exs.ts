import type { LinePlace } from '../../model/place.ts';
import { parseTerm, type BeamTerm } from './beam-terms.ts';
import { beamTokens, type BeamToken } from './beam-tokens.ts';
import { readMixAsk, type MixAsk } from './mix-ask.ts';

/** What a mix.exs tells of a project without being run. */
export type MixProject = {
  readonly file: string;
  readonly app: string | undefined;
  readonly version: string | undefined;
  /** The folder of the projects of an umbrella. */
  readonly appsPath: string | undefined;
  readonly asks: readonly MixAsk[];
  /** Lines that only tell what they ask for when they are run. */
  readonly unread: readonly LinePlace[];
};

/** Reads a mix.exs, which is a program of Elixir; what it computes is left unread. */
export function parseMixProject(file: string, text: string): MixProject {
  const tokens = beamTokens(text, 'elixir');
  const unknown = { file, app: undefined, version: undefined, appsPath: undefined, asks: [] };
  if (typeof tokens === 'number') return { ...unknown, unread: [{ file, line: tokens }] };
  const app = valueOf(tokens, 'app');
  return {
    file,
    app: app?.kind === 'atom' ? app.value : undefined,
    version: textOf(valueOf(tokens, 'version'), tokens),
    appsPath: textOf(valueOf(tokens, 'apps_path'), tokens),
    ...readDependencies(file, tokens),
  };
}

/** A text, or one that an attribute of the module holds: `@version "1.2.0"`. */
function textOf(term: BeamTerm | undefined, tokens: readonly BeamToken[]): string | undefined {
  if (term?.kind === 'text') return term.value;
  if (term?.kind !== 'computed' || !term.value.startsWith('@')) return undefined;
  const at = tokens.findIndex(({ value }, index) => value === term.value && tokens[index + 1]?.kind === 'text');
  return at === -1 ? undefined : tokens[at + 1]?.value;
}

function valueOf(tokens: readonly BeamToken[], key: string): BeamTerm | undefined {
  const at = tokens.findIndex(({ kind, value }) => kind === 'label' && value === key);
  return at === -1 ? undefined : parseTerm(tokens, at + 1, 1).term;
}

function readDependencies(file: string, tokens: readonly BeamToken[]): Pick<MixProject, 'asks' | 'unread'> {
  const label = tokens.findIndex(({ kind, value }) => kind === 'label' && value === 'deps');
  if (label === -1) return { asks: [], unread: [] };
  const [first, second] = tokens.slice(label + 1, label + 3);
  if (first?.value === '[') return readList(file, tokens, label + 1, parseTerm(tokens, label + 1, 1).next);
  const body = first?.kind === 'word' && second !== undefined ? bodyOf(tokens, first.value) : undefined;
  return body === undefined
    ? { asks: [], unread: [{ file, line: first?.line ?? 1 }] }
    : readList(file, tokens, body.start, body.end);
}

/** The body of a function: `def name do … end`, `defp name(env), do: …`. */
function bodyOf(tokens: readonly BeamToken[], name: string): { start: number; end: number } | undefined {
  const at = tokens.findIndex(({ value }, index) => value === name && /^defp?$/.test(tokens[index - 1]?.value ?? ''));
  if (at === -1) return undefined;
  for (let index = at + 1; index < tokens.length; index++) {
    const { kind, value } = tokens[index] ?? { kind: 'sign', value: '' };
    if (kind === 'label' && value === 'do') return { start: index + 1, end: endOfValue(tokens, index + 1) };
    if (kind === 'word' && value === 'do') return { start: index + 1, end: endOfBlock(tokens, index + 1) };
  }
  return undefined;
}

/** Behind the value, with the operator that joins it to more that is computed. */
function endOfValue(tokens: readonly BeamToken[], start: number): number {
  const { next } = parseTerm(tokens, start);
  return tokens[next]?.kind === 'sign' ? next + 1 : next;
}

function endOfBlock(tokens: readonly BeamToken[], start: number): number {
  let depth = 1;
  for (let index = start; index < tokens.length; index++) {
    const { kind, value } = tokens[index] ?? { kind: 'sign', value: '' };
    if (kind !== 'word') continue;
    if (value === 'do' || value === 'fn') depth++;
    else if (value === 'end' && --depth === 0) return index;
  }
  return tokens.length;
}

/** Every tuple that names an application is taken; what else stands around them is computed. */
function readList(
  file: string,
  tokens: readonly BeamToken[],
  start: number,
  end: number,
): Pick<MixProject, 'asks' | 'unread'> {
  const asks: MixAsk[] = [];
  const unread = new Map<number, LinePlace>();
  for (let index = start; index < end;) {
    const { kind, value, line } = tokens[index] ?? { kind: 'sign', value: ',', line: 1 };
    if (kind === 'sign' && /^[[\],]$/.test(value)) {
      index++;
      continue;
    }
    const tuple = kind === 'sign' && value === '{' ? parseTerm(tokens, index) : undefined;
    const ask = tuple === undefined ? undefined : readMixAsk(file, tuple.term);
    if (ask !== undefined) asks.push(ask);
    if (ask === undefined || ask.isComputed) unread.set(line, { file, line });
    index = tuple === undefined ? index + 1 : Math.max(tuple.next, index + 1);
  }
  return { asks, unread: [...unread.values()] };
}
