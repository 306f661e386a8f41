import type { Explanation } from '../app/explain.ts';
import type { Clause, SafetyClass } from '../model/clause.ts';
import type { Look, Paint } from './command.ts';
import { clauseName } from './show-diagnostics.ts';
import { showTable } from './show-table.ts';

/** Shows rules to a person: a list with one line each, or the whole of what was asked for. */
export function showExplanations(explanations: readonly Explanation[], list: boolean, look: Look): string {
  if (!list) return explanations.map((one) => showOne(one, look.paint)).join('\n');
  const rows = explanations.map(({ id, clause, classes, title }) => [
    id,
    clauseName(clause.id),
    classes.join(' '),
    title,
  ]);
  return `${showTable(['rule', 'clause', 'classes', 'asks'], rows, look)}\n`;
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
    `  ${clauseName(clause.id)} (${clause.edition}): ${clause.mnemonic}`,
    `  ${askedAt(classes, clause)}; ${severity}`,
    '',
    `  ${why}`,
    `  ${help}`,
    '',
    ...shown,
    '',
  ].join('\n');
}

/** Says at which classes a rule asks, and its clause where that differs: 81001-5-1 knows no safety classes at all. */
export function askedAt(asked: readonly SafetyClass[], clause: Clause): string {
  const rule = `asked at ${classesIn(asked)}`;
  if (clause.classes.length === 0) return `${rule}; the clause knows no safety classes`;
  return classesIn(asked) === classesIn(clause.classes)
    ? rule
    : `${rule}; the clause itself asks at ${classesIn(clause.classes)}`;
}

function classesIn(classes: readonly SafetyClass[]): string {
  return `${classes.length === 1 ? 'class' : 'classes'} ${classes.join(', ')}`;
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
