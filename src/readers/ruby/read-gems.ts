import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { lockComponents, type Asked, type LockEdge, type LockEntry } from '../npm/lock-graph.ts';
import { gemsIn, plainGem, type Gem } from './gem-facts.ts';
import { gemNotes } from './gem-notes.ts';
import type { GemfileLock } from './gemfile-lock-syntax.ts';
import type { Gemfile } from './gemfile.ts';
import { rubyInterpreter } from './ruby-interpreter.ts';

/** Makes components of a lockfile's gems, with the use that the Gemfile gives to what it asks for. */
export function readGems(file: string, lock: GemfileLock, gemfile: Gemfile | undefined): Reading {
  const gems = gemsIn(file, lock);
  const entries = gems.map((gem): readonly [Gem, LockEntry] => [
    gem,
    { facts: gem.facts, kind: gem.source.kind === 'PATH' ? 'own' : 'foreign' },
  ]);
  const bundler = bundlerEntry(file, lock, gems);
  const byName = Map.groupBy([...entries.map(([, entry]) => entry), ...bundler], ({ facts }) => facts.name);
  const crowd = [...byName].find(([, versions]) => versions.length > mostVersions);
  if (crowd !== undefined)
    return unreadable(syntaxProblem(file, `it holds ${crowd[1].length} versions of ${quote(crowd[0])}`));
  const diagnostics = lock.problems.map(({ line, message }) => entryProblem({ file, line }, message, install));
  const edges = new Map<LockEntry, readonly LockEdge[]>();
  for (const [gem, entry] of entries) {
    const needs = new Set(gem.variants.flatMap((variant) => variant.needs));
    const found = [...needs].flatMap((name): LockEdge[] => {
      const targets = byName.get(name);
      if (targets === undefined) diagnostics.push(unmet(`${gem.name} needs`, name, file, gem.facts.foundAt[0].line));
      return (targets ?? []).map((to) => ({ to, isOptional: false }));
    });
    edges.set(entry, found);
  }
  for (const entry of bundler) edges.set(entry, []);
  const dependencies = new Map(lock.dependencies.map(({ name, line }) => [name, line]));
  const asked = [...dependencies].flatMap(([name, line]): Asked[] => {
    const targets = byName.get(name);
    if (targets === undefined) diagnostics.push(unmet('the Gemfile asks for', name, file, line));
    const isOwn = targets?.some(({ kind }) => kind === 'own') === true;
    const evidence = evidenceOf(name, { file, line }, gemfile, isOwn);
    return (targets ?? []).flatMap((to) => evidence.map((one) => ({ to, evidence: one })));
  });
  return {
    components: [
      ...lockComponents({ edges, asked, unreached: 'nothing that the Gemfile asks for needs it' }),
      ...rubyInterpreter(file, lock),
    ],
    graph: 'complete',
    diagnostics: [...diagnostics, ...gemNotes(file, lock, gemfile)],
  };
}

/** Bundler locks one version of a gem for each platform, of which there are a dozen. */
const mostVersions = 100;

const install = 'Run bundle lock and commit the lockfile.';

function unmet(who: string, name: string, file: string, line: number): Diagnostic {
  const at = { file, line };
  if (name !== 'bundler') return entryProblem(at, `${who} ${quote(name)}, which this lockfile does not hold`, install);
  const message = `${who} Bundler, whose version this lockfile does not tell`;
  return {
    ...entryProblem(at, message, 'Let a Bundler of version 1.10 or later write the lockfile.'),
    severity: 'note',
  };
}

/** Bundler is a gem that other gems may need, but it stands apart, for it cannot lock itself. */
function bundlerEntry(file: string, { bundler, dependencies }: GemfileLock, gems: readonly Gem[]): LockEntry[] {
  const isNeeded =
    dependencies.some(({ name }) => name === 'bundler') ||
    gems.some(({ variants }) => variants.some(({ needs }) => needs.includes('bundler')));
  if (bundler === undefined || !isNeeded || gems.some(({ name }) => name === 'bundler')) return [];
  return [{ facts: plainGem('bundler', bundler.text, { file, line: bundler.line }), kind: 'foreign' }];
}

function evidenceOf(
  name: string,
  at: ScopeEvidence['at'],
  gemfile: Gemfile | undefined,
  isOwn: boolean,
): readonly ScopeEvidence[] {
  const named = gemfile?.asks.get(name);
  if (named !== undefined) return named;
  if (gemfile === undefined)
    return [{ scope: 'unknown', reason: 'the lockfile does not tell, and there is no Gemfile beside it', at }];
  if (gemfile.gemspec !== undefined && isOwn)
    return [{ scope: 'runtime', reason: 'the gem of the gemspec that the Gemfile names', at: gemfile.gemspec.at }];
  if (gemfile.gemspec !== undefined && gemfile.unread.length === 0) return [fromGemspec(gemfile.gemspec)];
  return [{ scope: 'unknown', reason: 'the Gemfile tells only when it is run that it asks for it', at }];
}

/** What the Gemfile does not name itself, it takes from the gemspec, which names what the gem needs for development. */
function fromGemspec(evidence: ScopeEvidence): ScopeEvidence {
  return { ...evidence, reason: `development dependency of the gemspec, ${evidence.reason}` };
}
