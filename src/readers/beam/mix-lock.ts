import { mergeConflict } from '../../base/formats/merge-conflict.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { itemsOf, parseTerm, type BeamTerm } from './beam-terms.ts';
import { beamTokens } from './beam-tokens.ts';
import { mixProjectFiles, readMixProjects } from './mix-projects.ts';
import { readMixApps } from './read-mix-apps.ts';

/** Reads mix.lock, a map of Elixir; what it is for stands in the mix.exs files, as far as these can be read. */
export const mixLock: Reader = {
  name: 'mix-lock',
  title: 'mix.lock of Elixir',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: mixProjectFiles,
  read: ({ path, text, companions }) => {
    const map = parseMixLock(text);
    if ('message' in map) return unreadable(syntaxProblem(path, map.message, map.at));
    return readMixApps(path, itemsOf(map), readMixProjects(path, companions));
  },
};

function parseMixLock(text: string): BeamTerm | { readonly message: string; readonly at: { readonly line: number } } {
  const conflict = mergeConflict(text);
  if (conflict !== undefined) return { message: 'it holds a merge conflict', at: { line: conflict } };
  if (text.trim() === '') return { message: 'the file is empty', at: { line: 1 } };
  const tokens = beamTokens(text.replace(/^\uFEFF/, ''), 'elixir');
  if (typeof tokens === 'number') return { message: 'a text does not end', at: { line: tokens } };
  const { term, next } = parseTerm(tokens, 0);
  if (term.kind !== 'map') return { message: 'it is no map "%{…}" of Elixir', at: { line: term.line } };
  if (!isWritten(term)) return { message: 'the file ends too early', at: { line: tokens.at(-1)?.line ?? 1 } };
  const behind = tokens[next];
  return behind === undefined ? term : { message: 'there is more behind its map', at: { line: behind.line } };
}

/** Whether each bracket is closed; the last one that is open leaves all around it open. */
function isWritten(term: BeamTerm): boolean {
  if (term.kind === 'pair') return isWritten(term.of);
  return !('items' in term) || (term.isClosed && term.items.every(isWritten));
}
