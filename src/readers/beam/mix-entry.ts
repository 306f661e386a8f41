import { itemsOf, optionOf, wordOf, type BeamTerm } from './beam-terms.ts';
import { appRepository, hexHashes, type AppSource } from './locked-app.ts';

/** An application that another one needs, and whether that one can do without. */
export type MixNeed = { readonly app: string; readonly isOptional: boolean };

/** An entry of mix.lock. */
export type MixEntry = {
  readonly app: string;
  readonly source: AppSource;
  /** `undefined` where the lockfile does not tell, as for all that comes from git. */
  readonly needs: readonly MixNeed[] | undefined;
  /** A repository of packages whose address only the machine's settings know. */
  readonly server: string | undefined;
};

/**
 * Reads an entry, such as `{:hex, :jason, "1.4.4", inner, [:mix], [{:decimal, …}], "hexpm", outer}`; `undefined` when it
 * names no source that is known. Older entries of Hex end after the version, the inner sum, the managers or the needs.
 */
export function readMixEntry(app: string, term: BeamTerm): MixEntry | undefined {
  const [kind, place, state, inner, , needs, server, outer] = itemsOf(term);
  const address = wordOf(place);
  if (term.kind !== 'tuple' || address === undefined) return undefined;
  if (wordOf(kind) === 'path')
    return { app, source: { kind: 'folder', path: address }, needs: undefined, server: undefined };
  if (wordOf(kind) === 'git') {
    const folder = wordOf(optionOf(inner, 'subdir')) ?? wordOf(optionOf(inner, 'sparse'));
    return { app, source: appRepository('git', address, wordOf(state), folder), needs: undefined, server: undefined };
  }
  const version = wordOf(state);
  if (wordOf(kind) !== 'hex' || version === undefined) return undefined;
  const [repository = 'hexpm', organisation] = (wordOf(server) ?? 'hexpm').split(':');
  return {
    app,
    source: { kind: 'hex', package: address, version, organisation, hashes: hexHashes(wordOf(inner), wordOf(outer)) },
    needs: needs?.kind === 'list' ? needs.items.flatMap(readNeed) : undefined,
    server: repository === 'hexpm' ? undefined : repository,
  };
}

function readNeed(term: BeamTerm): readonly MixNeed[] {
  const [app, , options] = itemsOf(term);
  const name = wordOf(app);
  return name === undefined ? [] : [{ app: name, isOptional: wordOf(optionOf(options, 'optional')) === 'true' }];
}
