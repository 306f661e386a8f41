import type { FoundLicence } from './found-licence.ts';
import { exceptionTexts } from './licence-texts.ts';

/**
 * Joins each exception with the licence that it changes, the nearest one that it can belong to. `words` are those that
 * belong to nothing found: where they speak of a special exception that nobody knows, the licence beside it is a question.
 */
export function joinExceptions(found: readonly FoundLicence[], words: readonly string[]): readonly FoundLicence[] {
  const licences: (FoundLicence | undefined)[] = [];
  const exceptions: FoundLicence[] = [];
  for (const one of found) (isException(one) ? exceptions : licences).push(one);
  const changed = new Set<number>();
  const alone: FoundLicence[] = [];
  for (const exception of exceptions) {
    const at = hostOf(exception, licences);
    const host = at === undefined ? undefined : licences[at];
    if (at === undefined || host === undefined) alone.push({ ...exception, doubt: exception.doubt ?? withoutLicence });
    else if (!changed.has(at)) {
      licences[at] = joined(host, exception);
      changed.add(at);
    } else if (!host.candidates.some(({ id }) => id.endsWith(` ${exception.candidates[0]?.id ?? ''}`)))
      licences[at] = { ...host, doubt: host.doubt ?? `beside it stands ${exception.candidates[0]?.id ?? ''}, too` };
  }
  for (const at of unknownExceptions(words)) {
    const host = hostOf({ ...nowhere, from: at, to: at }, licences, unknownReach);
    const one = host === undefined ? undefined : licences[host];
    if (host === undefined || one === undefined || changed.has(host)) continue;
    licences[host] = { ...one, doubt: one.doubt ?? 'beside it stands an exception that is none of the SPDX list' };
  }
  return [...licences, ...alone].flatMap((one) => one ?? []).toSorted((a, b) => a.from - b.from);
}

const withoutLicence = 'it is an exception, and the licence that it changes does not stand in this file';

function isException({ candidates: [best] }: FoundLicence): boolean {
  return best !== undefined && exceptionTexts().has(best.id);
}

/** What exceptions can change where it is not any licence of GNU. */
const hosts: ReadonlyMap<string, RegExp> = new Map([
  ['GCC-exception-3.1', /^GPL-3\.0/],
  ['Bison-exception-2.2', /^GPL-/],
  ['Autoconf-exception-generic', /^GPL-/],
  ['Autoconf-exception-generic-3.0', /^GPL-3\.0/],
  ['Autoconf-exception-3.0', /^GPL-3\.0/],
  ['Autoconf-exception-macro', /^GPL-/],
  ['LLVM-exception', /^Apache-2\.0$/],
  ['Swift-exception', /^Apache-2\.0$/],
  ['SHL-2.0', /^Apache-2\.0$/],
  ['SHL-2.1', /^Apache-2\.0$/],
  ['mxml-exception', /^Apache-2\.0$/],
  ['fmt-exception', /^MIT$/],
  ['QPL-1.0-INRIA-2004-exception', /^QPL-1\.0/],
  ['Google-Patent-WebM', /^BSD-3-Clause$/],
  ['PCRE2-exception', /^BSD-3-Clause$/],
  ['KiCad-libraries-exception', /^CC-BY-SA-/],
  ['GNOME-examples-exception', /^(?:CC-BY-SA|GFDL)-/],
]);
const gnu = /^(?:A|L)?GPL-/;

/** How much nearer a licence behind an exception has to be than one before it. */
const behindCosts = 60;

/** An exception that stands farther from a licence belongs to another one. */
const farthest = 500;

function hostOf(
  { candidates: [best], from, to }: FoundLicence,
  licences: readonly (FoundLicence | undefined)[],
  reach = farthest,
): number | undefined {
  const pattern = hosts.get(best?.id ?? '') ?? gnu;
  let nearest: { readonly at: number; readonly cost: number } | undefined;
  for (const [at, one] of licences.entries()) {
    if (one === undefined || !one.candidates.every(({ id }) => pattern.test(id) && !/ (?:AND|OR) /.test(id))) continue;
    const cost = one.from >= to ? one.from - to + behindCosts : Math.max(0, from - one.to);
    if (cost <= reach && cost < (nearest?.cost ?? Infinity)) nearest = { at, cost };
  }
  return nearest?.at;
}

function joined(host: FoundLicence, exception: FoundLicence): FoundLicence {
  const candidates = host.candidates.flatMap(({ id, score }) =>
    exception.candidates.map((other) => ({
      id: id.includes(' WITH ') ? id : `${id} WITH ${other.id}`,
      score: Math.min(score, other.score),
    })),
  );
  return {
    by: host.by === 'exact-text' ? exception.by : host.by,
    candidates,
    doubt: host.doubt ?? exception.doubt,
    from: Math.min(host.from, exception.from),
    to: Math.max(host.to, exception.to),
  };
}

const nowhere: FoundLicence = { by: 'notice', candidates: [], doubt: undefined, from: 0, to: 0 };

/** How far from a licence an exception may stand that nobody knows. */
const unknownReach = 120;

/** No file speaks of more. */
const mostUnknown = 1000;

/** Where words announce an exception: `as a special exception`, `additional permission under GNU GPL version 3 section 7`. */
function unknownExceptions(words: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < words.length && found.length < mostUnknown; at += 1) {
    const isSpecial = words[at] === 'special' && words[at + 1] === 'exception';
    const isAdditional =
      words[at] === 'additional' && /^permissions?$/.test(words[at + 1] ?? '') && words[at + 2] === 'under';
    if (isSpecial || isAdditional) found.push(at);
  }
  return found;
}
