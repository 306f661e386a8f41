import { inForce } from './deprecated-ids.ts';
import { exceptionNames, licenceNames, nameKey } from './licence-names.ts';
import { parseSpdxExpression } from './parse-spdx-expression.ts';

/**
 * The SPDX expression that a name, or names joined by "and", "or" and "/", probably stand for; `undefined` where one of them
 * could mean several licences, or none. It is offered to a person and never applied: "/" between two licences mostly
 * means a choice, and only whoever wrote it knows.
 */
export function suggestExpression(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const name = text.replace(/^License :: (?:OSI Approved :: )?/, '');
  const whole = single(name);
  if (whole !== undefined) return whole;
  if (/[,;]|\band\/or\b/i.test(name) || slashInName.test(name)) return undefined;
  const parts = name.split(/(\(|\)|\s+(?:and|or|AND|OR|And|Or|\+|&)\s+|\s*\/\s*|_or_|(?<=[a-z0-9.+])\s*\|\|?\s*)/);
  const words: string[] = [];
  for (const part of parts) {
    const word = part.trim();
    if (word === '') continue;
    const operator = operatorOf(word);
    const spelt = operator ?? single(word);
    if (spelt === undefined) return undefined;
    words.push(spelt);
  }
  const made = parseSpdxExpression(words.join(' '));
  return made && inForce(made);
}

/** Names joined in more characters are a text, and what takes it apart is quick for a name. */
const longest = 1000;

/** Names with a slash in them: each of them is one licence, and opinions differ on which. */
const slashInName = /^(?:mit\/x|zlib\/libpng|gpl\/lgpl|bsd\/mit)/i;

function operatorOf(word: string): string | undefined {
  if (word === '(' || word === ')') return word;
  if (/^(?:and|\+|&)$/i.test(word)) return 'AND';
  return /^(?:or|\/|_or_|\|\|?)$/i.test(word) ? 'OR' : undefined;
}

function single(text: string): string | undefined {
  const listed = parseSpdxExpression(text);
  if (listed !== undefined && listed.references.length === 0) return inForce(listed);
  const [licence = '', exception, more] = text.split(/[- ]with[- ](?:the )?/i);
  const id = idsByName.get(nameKey(licence)) ?? idsByName.get(nameKey(licence.replace(/\s*\([^()]*\)\s*$/, '')));
  if (id === undefined || more !== undefined) return undefined;
  if (exception === undefined) return id;
  const spelt = exceptionsByName.get(nameKey(exception));
  return spelt === undefined ? undefined : `${id} WITH ${spelt}`;
}

const idsByName = byName(licenceNames);
const exceptionsByName = byName(exceptionNames);

function byName(rows: typeof licenceNames): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(([id, names]) => names.split('|').map((name) => [name, id] as const)));
}
