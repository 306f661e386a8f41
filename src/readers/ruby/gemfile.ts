import type { ScopeEvidence } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { gemfileStatements, type RubyStatement } from './gemfile-statements.ts';
import { groupEvidence, groupsAmong, noGroups, optionGroups, type Groups } from './gemfile-groups.ts';
import { includedFile } from './included-file.ts';

/** What a Gemfile asks for, as far as that can be told without running it. */
export type Gemfile = {
  readonly file: string;
  /** By the name of the gem, the uses that its groups give it. */
  readonly asks: ReadonlyMap<string, readonly ScopeEvidence[]>;
  /** The use of what a gemspec needs for development, where the Gemfile takes one in. */
  readonly gemspec: ScopeEvidence | undefined;
  /** Lines that only tell what they ask for when they are run. */
  readonly unread: readonly LinePlace[];
  /** Other files that are taken in by `eval_gemfile`, with the groups around that. */
  readonly includes: readonly { readonly file: string; readonly groups: Groups; readonly at: LinePlace }[];
};

/** Reads a Gemfile or gems.rb, which is a Ruby program; what it computes is left unread. */
export function parseGemfile(file: string, text: string, around = noGroups): Gemfile {
  const statements = gemfileStatements(text);
  const gems = new Map<string, ScopeEvidence[]>();
  const unread: LinePlace[] = [];
  const includes: { file: string; groups: Groups; at: LinePlace }[] = [];
  let gemspec: ScopeEvidence | undefined;
  if (statements === undefined) return { file, asks: gems, gemspec, unread: [{ file, line: 1 }], includes };
  const computed = new Set(statements.flatMap(computedOptions));
  const open: Groups[] = [];
  for (const statement of statements) {
    const { tokens, opens, closes, line } = statement;
    const outer = open.at(-1) ?? around;
    const [first, second] = tokens;
    const at = { file, line };
    const inner = innerGroups(statement, outer);
    if (first?.value === 'gem' && first.kind === 'word') {
      const name = second?.value === '(' ? tokens[2] : second;
      const groups = optionGroups(tokens, outer, computed);
      if (name?.kind !== 'text' || name.isComposed === true) unread.push(at);
      else addUse(gems, name.value, groupEvidence(groups, at));
      if (groups.isComputed && !outer.isComputed) unread.push(at);
    } else if (first?.value === 'gemspec' && first.kind === 'word') {
      const named = tokens.findIndex(({ value }) => value === 'development_group');
      const groups = named === -1 ? ['development'] : groupsAmong(tokens.slice(named + 1)).names;
      gemspec = groupEvidence({ ...outer, names: [...outer.names, ...groups] }, at);
    } else if (first?.value === 'eval_gemfile' && first.kind === 'word') {
      const included = includedFile(file, statement, statements);
      if (included === undefined) unread.push(at);
      else includes.push({ file: included, groups: outer, at });
    } else if (tokens.some(isComputing) || (inner.isComputed && !outer.isComputed)) unread.push(at);
    for (let count = 0; count < opens; count++) open.push(inner);
    for (let count = 0; count < closes; count++) open.pop();
  }
  return open.length === 0
    ? { file, asks: gems, gemspec, unread: distinct(unread), includes }
    : { file, asks: new Map(), gemspec: undefined, unread: [{ file, line: 1 }], includes: [] };
}

/** Of several lines that give a gem the same use, the first one tells. */
function addUse(gems: Map<string, ScopeEvidence[]>, name: string, evidence: ScopeEvidence): void {
  const known = gems.get(name);
  if (known === undefined) gems.set(name, [evidence]);
  else if (known.every(({ scope }) => scope !== evidence.scope)) known.push(evidence);
}

/** What a gem in a block belongs to: the groups around it too. In a method, only who calls it knows. */
function innerGroups({ tokens }: RubyStatement, outer: Groups): Groups {
  const [first] = tokens;
  if (first?.kind !== 'word') return outer;
  if (first.value === 'def') return { ...outer, isComputed: true };
  if (first.value !== 'group') return outer;
  const named = groupsAmong(tokens.slice(1));
  return {
    names: [...outer.names, ...named.names],
    isOptional: outer.isOptional || named.isOptional,
    isComputed: outer.isComputed || named.isComputed,
  };
}

/** Words that ask for gems in a way that is only known when they are run. */
const computing: ReadonlySet<string> = new Set([
  'gem',
  'eval_gemfile',
  'eval',
  'instance_eval',
  'send',
  'public_send',
  'load',
]);

function isComputing({ kind, value }: RubyStatement['tokens'][number]): boolean {
  return kind === 'word' && computing.has(value);
}

/** A variable that holds options with a group in them. */
function computedOptions({ tokens: [name, equals, ...value] }: RubyStatement): string[] {
  const isAssigned = name?.kind === 'word' && equals?.value === '=';
  const holdsGroup = value.some(
    ({ kind, value: text }) => /^(?:label|symbol|text)$/.test(kind) && /^groups?$/.test(text),
  );
  return isAssigned && holdsGroup ? [name.value] : [];
}

function distinct(places: readonly LinePlace[]): readonly LinePlace[] {
  return [...new Map(places.map((place) => [place.line, place])).values()];
}
