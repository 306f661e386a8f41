import { nearestKey } from '../../base/nearest-key.ts';

/** What commander has against the words of a person, as every message here looks: what is wrong, then what to do about it. */
export function complain(text: string, path: string, example?: string): string {
  const [message = '', ...rest] = text.trimEnd().split('\n');
  const near = /^\(Did you mean (?:one of )?(.*)\?\)$/.exec(rest.join(' '))?.[1] ?? nearestChoice(message);
  const missing = example !== undefined && message.startsWith('error: missing required argument');
  const guess = near !== undefined ? `Did you mean ${near}? ` : missing ? `Write it, as in \`${example}\`. ` : '';
  return `${message}\nhelp: ${guess}See \`${path} --help\`.\n`;
}

function nearestChoice(message: string): string | undefined {
  const [, word, choices] = /argument '(.{1,60})' is invalid\. Allowed choices are (.*)\.$/.exec(message) ?? [];
  if (word === undefined || choices === undefined) return undefined;
  const known = choices.split(', ');
  const same = (choice: string) => choice.toLowerCase() === word.toLowerCase();
  return known.find(same) ?? known.find((choice) => choice.startsWith(word)) ?? nearestKey(word, known);
}
