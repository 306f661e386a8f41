import { mergeConflict } from '../../base/formats/merge-conflict.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { itemsOf, parseTerm, wordOf } from './beam-terms.ts';
import { beamTokens } from './beam-tokens.ts';
import { readRebarApps, type RebarLock } from './read-rebar-apps.ts';

/** Reads rebar.lock of rebar3, up to version 1.2.0; it holds what the default profile takes, and no tests' needs. */
export const rebarLock: Reader = {
  name: 'rebar-lock',
  title: 'rebar.lock of Erlang',
  capabilities: { scope: true, graph: false, hashes: true, licence: false, direct: true },
  read: ({ path, text }) => {
    const lock = parseRebarLock(text);
    if ('message' in lock) return unreadable(syntaxProblem(path, lock.message, lock.at));
    return readRebarApps(path, lock);
  },
};

/** The file is `[…].` or, since sums are kept, `{"1.2.0", […]}. [{pkg_hash, […]}, {pkg_hash_ext, […]}].` */
function parseRebarLock(
  text: string,
): RebarLock | { readonly message: string; readonly at: { readonly line: number } } {
  const conflict = mergeConflict(text);
  if (conflict !== undefined) return { message: 'it holds a merge conflict', at: { line: conflict } };
  if (text.trim() === '') return { message: 'the file is empty', at: { line: 1 } };
  const tokens = beamTokens(text, 'erlang');
  if (typeof tokens === 'number') return { message: 'a text does not end', at: { line: tokens } };
  const first = parseTerm(tokens, 0);
  const end = tokens[first.next];
  const [version, listed] = first.term.kind === 'tuple' ? first.term.items : [undefined, first.term];
  if (end?.value !== '.')
    return { message: 'it does not end with a list and a full stop', at: { line: first.term.line } };
  if (listed?.kind !== 'list') return { message: 'it holds no list of applications', at: { line: first.term.line } };
  const sums = first.next + 1 < tokens.length ? parseTerm(tokens, first.next + 1) : undefined;
  if (sums !== undefined && tokens[sums.next]?.value !== '.')
    return { message: 'its list of checksums does not end with a full stop', at: { line: sums.term.line } };
  const major = wordOf(version)?.split('.')[0] ?? '1';
  return major === '1'
    ? { apps: listed, sums: sums?.term }
    : { message: `its version ${wordOf(version)} is not known`, at: { line: itemsOf(first.term)[0]?.line ?? 1 } };
}
