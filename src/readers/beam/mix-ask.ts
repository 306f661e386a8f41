import type { ScopeEvidence } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { itemsOf, optionOf, wordOf, type BeamTerm } from './beam-terms.ts';

/** An application that a project asks for. */
export type MixAsk = {
  readonly app: string;
  readonly evidence: ScopeEvidence;
  /** The folder that it lies in, where it is taken from one. */
  readonly path: string | undefined;
  readonly isInUmbrella: boolean;
};

/** `{:app, "~> 1.0", only: :test}` or `{:app, [path: "…"]}`; a computed requirement tells nothing of the use. */
export function readMixAsk(file: string, term: BeamTerm): (MixAsk & { readonly isComputed: boolean }) | undefined {
  const [name, ...rest] = itemsOf(term);
  const app = name?.kind === 'atom' ? name.value : undefined;
  if (term.kind !== 'tuple' || app === undefined) return undefined;
  const options: BeamTerm = {
    kind: 'list',
    items: rest.flatMap((item) => (item.kind === 'list' ? item.items : [item])),
    line: term.line,
    isClosed: true,
  };
  const isComputed = rest.some(
    (item, index) => item.kind === 'computed' && !(index === 0 && /^(?:@|[^\w(])/.test(item.value)),
  );
  const evidence = evidenceOf(options, isComputed, { file, line: term.line });
  return {
    app,
    evidence,
    path: wordOf(optionOf(options, 'path')),
    isInUmbrella: wordOf(optionOf(options, 'in_umbrella')) === 'true',
    isComputed: evidence.reason === computedUse,
  };
}

const computedUse = 'mix.exs tells its use only when it is run';

/** `only` names the environments that take it; what is `runtime: false` serves the build and is left out of a release. */
function evidenceOf(options: BeamTerm, isComputed: boolean, at: LinePlace): ScopeEvidence {
  const only = optionOf(options, 'only');
  const written = only?.kind === 'list' ? only.items.map(wordOf) : [wordOf(only)];
  const environments = written.filter((name) => name !== undefined);
  if (isComputed || (only !== undefined && environments.length < Math.max(1, written.length)))
    return { scope: 'unknown', reason: computedUse, at };
  const shown = `only: ${environments.join(', ')}`;
  if (only !== undefined && environments.every((name) => name === 'dev' || name === 'test'))
    return { scope: 'development', reason: shown, at };
  if (wordOf(optionOf(options, 'runtime')) === 'false') return { scope: 'development', reason: 'runtime: false', at };
  if (only === undefined) return { scope: 'runtime', reason: 'deps of mix.exs', at };
  return { scope: environments.includes('prod') ? 'runtime' : 'unknown', reason: shown, at };
}
