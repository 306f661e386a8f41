import type { Explanation } from '../app/explain.ts';
import type { Paint } from './command.ts';
import { clauseName } from './show-diagnostics.ts';
import { showTable } from './show-table.ts';

/** Shows rules to a person: a list with one line each, or the whole of what was asked for. */
export function showExplanations(explanations: readonly Explanation[], list: boolean, paint: Paint): string {
  if (!list) return explanations.map((one) => showOne(one, paint)).join('\n');
  const rows = explanations.map(({ id, clause, classes, title }) => [
    id,
    clauseName(clause.id),
    classes.join(' '),
    title,
  ]);
  return `${showTable(['rule', 'clause', 'classes', 'asks'], rows, paint)}\n`;
}

function showOne({ id, title, clause, classes, severity, why, help, examples }: Explanation, paint: Paint): string {
  const shown = examples.map(({ title: name, files, says }) => {
    const texts = Object.entries(files).map(([path, text]) =>
      text === undefined ? `    ${path}: (absent)` : `    ${paint('blue', `# ${path}`)}\n${indent(text)}`,
    );
    return [
      `  ${says.length === 0 ? paint('green', 'right') : paint('red', 'wrong')}: ${name}`,
      ...texts,
      ...says.map((message) => `    ${paint('dim', `says: ${message}`)}`),
    ].join('\n');
  });
  return [
    `${paint('bold', id)}: ${title}`,
    `  ${clauseName(clause.id)} (${clause.edition}): ${clause.mnemonic}; classes ${classes.join(', ')}; ${severity}`,
    '',
    `  ${why}`,
    `  ${help}`,
    '',
    ...shown,
    '',
  ].join('\n');
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
