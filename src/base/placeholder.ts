/** Whether a text stands where an answer should, such as TBD, n/a, lorem ipsum or `<name>`. */
export function isPlaceholder(text: string): boolean {
  if (text.length > longestWord && !mayHold.test(text)) return false;
  const said = text.trim().slice(0, enough).toLowerCase();
  const plain = said.replace(/[.!:]+$/, '');
  return (
    words.has(plain) ||
    words.has(said) ||
    /\blorem ipsum\b/.test(plain) ||
    /^(tbd|todo|fixme|tbc)\b/.test(plain) ||
    /^<[^<>]*>$/.test(plain)
  );
}

/** What a text longer than any of the words begins with or holds when it is one all the same: most hold nothing of it. */
const mayHold = /^\s*(?:tb[dc]|todo|fixme|<)|lorem ipsum|^\s|\s$/i;
const longestWord = 40;

/** Who writes more than this does not hold a place, and a foreign text may have no end. */
const enough = 200;

const words = new Set([
  'tbd',
  'tba',
  'tbc',
  'todo',
  'fixme',
  'xxx',
  'n/a',
  'na',
  'n.a.',
  'none',
  '-',
  '--',
  '?',
  '??',
  '???',
  '...',
  '…',
  'dummy',
  'placeholder',
  'to be defined',
  'to be determined',
  'to be done',
  'see above',
]);
