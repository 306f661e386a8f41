import type { Scheme } from '../model/plugs/scheme.ts';
import { compareBy } from './compare-by.ts';
import { compareDigits } from '../base/compare.ts';

/** Debian Policy, 5.6.12: `[epoch:]upstream[-revision]`, ordered as dpkg does; what dpkg refuses is no version. */
export const deb: Scheme = {
  name: 'deb',
  title: 'Debian package versions',
  ecosystems: ['Debian', 'Echo', 'Ubuntu'],
  compare: compareBy(
    parse,
    (left, right) =>
      compareDigits(left.epoch, right.epoch) ||
      compareParts(left.upstream, right.upstream) ||
      compareParts(left.revision, right.revision),
  ),
};

type Version = { readonly epoch: string; readonly upstream: string; readonly revision: string };

const largestEpoch = 2 ** 31 - 1;

function parse(text: string): Version | undefined {
  const body = text.trim();
  const colon = body.indexOf(':');
  const epoch = colon === -1 ? '0' : body.slice(0, colon);
  if (!/^\d+$/.test(epoch) || Number(epoch) > largestEpoch || /\s/.test(body)) return undefined;
  const rest = body.slice(colon + 1);
  const hyphen = rest.lastIndexOf('-');
  const upstream = hyphen === -1 ? rest : rest.slice(0, hyphen);
  if (upstream === '' || hyphen === rest.length - 1) return undefined;
  return { epoch, upstream, revision: hyphen === -1 ? '' : rest.slice(hyphen + 1) };
}

/** Compares runs of other characters and runs of digits by turns; the end counts as an empty run, and so as zero. */
function compareParts(a: string, b: string): number {
  let left = 0;
  let right = 0;
  while (left < a.length || right < b.length) {
    while (isOther(a, left) || isOther(b, right)) {
      const order = weight(a, left) - weight(b, right);
      if (order !== 0) return order;
      left++;
      right++;
    }
    const leftEnd = endOfDigits(a, left);
    const rightEnd = endOfDigits(b, right);
    const order = compareDigits(a.slice(left, leftEnd), b.slice(right, rightEnd));
    if (order !== 0) return order;
    left = leftEnd;
    right = rightEnd;
  }
  return 0;
}

/** The tilde comes before the end, letters come before all other characters. */
function weight(text: string, at: number): number {
  const character = text.charAt(at);
  if (character === '~') return -1;
  if (character === '' || isDigit(text, at)) return 0;
  return /[A-Za-z]/.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256;
}

function isOther(text: string, at: number): boolean {
  return at < text.length && !isDigit(text, at);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (isDigit(text, end)) end++;
  return end;
}
