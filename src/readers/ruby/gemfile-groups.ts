import type { Scope, ScopeEvidence } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { RubyToken } from './ruby-tokens.ts';

/** Groups that a gem belongs to; none means the group `default`. */
export type Groups = {
  readonly names: readonly string[];
  readonly isOptional: boolean;
  /** Some are only known when the program is run. */
  readonly isComputed: boolean;
};

/** Those of what stands in no block. */
export const noGroups: Groups = { names: [], isOptional: false, isComputed: false };

/** The groups in the arguments of `group … do`, up to the block. */
export function groupsAmong(tokens: readonly RubyToken[]): Groups {
  const names: string[] = [];
  let isOptional = false;
  let isComputed = false;
  for (const [index, { kind, value }] of tokens.entries()) {
    const next = tokens[index + 1];
    if (kind === 'word' && value === 'do') break;
    const isOption = kind === 'label' || (kind === 'symbol' && next?.value === '=>');
    if (isOption) {
      isOptional ||= value === 'optional' && tokens[index + (kind === 'label' ? 1 : 2)]?.value === 'true';
      break;
    }
    if (kind === 'symbol' || kind === 'text') names.push(value);
    else if (kind === 'list') for (const each of value.split(' ')) names.push(each);
    else isComputed ||= kind === 'word' || value === '*';
  }
  return { names, isOptional, isComputed };
}

/** The groups of a gem: those around it, and those in its options. */
export function optionGroups(tokens: readonly RubyToken[], outer: Groups, computed: ReadonlySet<string>): Groups {
  const names = [...outer.names];
  let { isComputed } = outer;
  for (const [index, { kind, value }] of tokens.entries()) {
    const isKey =
      /^groups?$/.test(value) && (kind === 'label' || (kind !== 'word' && tokens[index + 1]?.value === '=>'));
    if (isKey) {
      const found = valueAt(tokens, index + (kind === 'label' ? 1 : 2));
      for (const each of found ?? []) names.push(each);
      isComputed ||= found === undefined;
    }
    const isSplat = value === '*' && tokens[index + 1]?.value === '*';
    isComputed ||= isSplat || (kind === 'word' && computed.has(value));
  }
  return { names, isOptional: outer.isOptional, isComputed };
}

/** What the groups tell of a use: Bundler gives a meaning to `default` alone, and by custom three more have one. */
export function groupEvidence({ names, isOptional, isComputed }: Groups, at: LinePlace): ScopeEvidence {
  const groups = [...new Set(names)].filter((name) => name !== '');
  const shown = `${groups.length === 1 ? 'group' : 'groups'} ${groups.join(', ')} of the Gemfile`;
  const scopes = new Set(groups.map((name) => scopeOfGroup.get(name) ?? (isOptional ? 'optional' : 'unknown')));
  const known = order.find((scope) => scopes.has(scope));
  if (isComputed && known !== 'runtime')
    return { scope: 'unknown', reason: 'the Gemfile tells its groups only when it is run', at };
  if (known === undefined) return { scope: 'runtime', reason: 'group default of the Gemfile', at };
  return { scope: known, reason: known === 'unknown' ? `${shown}, which does not tell its use` : shown, at };
}

const order: readonly Scope[] = ['runtime', 'optional', 'unknown', 'development'];

const scopeOfGroup: ReadonlyMap<string, Scope> = new Map<string, Scope>([
  ['default', 'runtime'],
  ['production', 'runtime'],
  ['development', 'development'],
  ['test', 'development'],
]);

/** A name or a list of names; `undefined` when it is computed. */
function valueAt(tokens: readonly RubyToken[], start: number): readonly string[] | undefined {
  const first = tokens[start];
  if (first?.kind === 'symbol' || (first?.kind === 'text' && first.isComposed !== true)) return [first.value];
  if (first?.kind === 'list') return first.value.split(' ');
  if (first?.value !== '[') return undefined;
  const names: string[] = [];
  for (const { kind, value } of tokens.slice(start + 1)) {
    if (value === ']') return names;
    if (kind === 'symbol' || kind === 'text') names.push(value);
    else if (value !== ',') return undefined;
  }
  return undefined;
}
