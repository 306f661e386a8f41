import type { ClauseExplanation, Explanation, RuleExplanation } from '../../../app/explain/explain.ts';
import { filesInBrief, type FileInBrief } from '../../../app/explain/files-in-brief.ts';
import { counted } from '../../../base/counted.ts';
import type { Clause, SafetyClass } from '../../../model/clause.ts';
import type { RuleSetting } from '../../../model/plugs/rule.ts';
import type { Look, Paint } from '../../command.ts';
import { clauseName } from './show-diagnostics.ts';
import { showTable } from '../show-table.ts';

/** Shows clauses and rules to a person: lists with one line each, or what was asked for; the examples of one rule, not of many. */
export function showExplanations({ clauses, rules }: Explanation, list: boolean, look: Look): string {
  if (list) return `${ruleTable(rules, look)}\n`;
  if (clauses.length > 1)
    return `${clauseTable(clauses, look)}\n${rules.length === 0 ? '' : `\n${ruleTable(rules, look)}\n`}`;
  const several = rules.length > 1;
  return [
    ...clauses.map((one) => showClause(one, look.paint)),
    ...rules.map((one) => showOne(several ? { ...one, examples: [] } : one, look.paint)),
    ...(several ? ['`tureen explain <rule>` shows what is right and what is wrong.\n'] : []),
  ].join('\n');
}

function ruleTable(rules: readonly RuleExplanation[], look: Look): string {
  const rows = rules.map(({ id, clause, classes, title }) => [id, clauseName(clause.id), classes.join(' '), title]);
  return showTable(['rule', 'clause', 'classes', 'asks'], rows, look);
}

function clauseTable(clauses: readonly ClauseExplanation[], look: Look): string {
  const rows = clauses.map((clause) => [
    clauseName(clause.id),
    clause.classes.join(' '),
    clause.mnemonic,
    coveredBy(clause),
  ]);
  return showTable(['clause', 'classes', 'asks for', 'covered by'], rows, look);
}

function coveredBy({ rules, documents = [], human }: ClauseExplanation): string {
  const parts = [
    rules.length === 0 ? '' : counted(rules.length, 'rule'),
    documents.length === 0 ? '' : counted(documents.length, 'report'),
    human === undefined ? '' : 'human work',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function showClause(clause: ClauseExplanation, paint: Paint): string {
  const { id, edition, mnemonic, classes, categories, source, rules, documents = [], human } = clause;
  return [
    `${paint('bold', clauseName(id))} (${edition}): ${mnemonic}`,
    `  ${classes.length === 0 ? 'knows no safety classes' : classesIn(classes)}${categories === undefined ? '' : `; for items that are ${categories.join(', ')}`}; ${sources[source]}`,
    ...(rules.length === 0 ? [] : [`  rules: ${rules.join(', ')}`]),
    ...(documents.length === 0 ? [] : [`  reports: ${documents.join(', ')}`]),
    ...(human === undefined ? [] : [`  a person: ${human}`]),
    '',
  ].join('\n');
}

const sources: Readonly<Record<ClauseExplanation['source'], string>> = {
  read: 'compared with the document or several public reviews of it',
  secondary: 'as others tell it',
  known: 'as it is generally known',
  unverified: 'made from its title: compare it with a licensed copy',
};

function showOne(
  { id, title, clause, classes, severity, why, help, settings, examples }: RuleExplanation,
  paint: Paint,
): string {
  const files = filesInBrief(examples);
  const shown = examples.map(({ title: name, says }, index) => {
    return [
      `  ${says.length === 0 ? paint('green', 'right') : paint('red', 'wrong')}: ${name}`,
      ...(files[index] ?? []).map((file) => showFile(file, paint)),
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
    ...settings.map((one) => `  ${settingText(one)}`),
    '',
    ...shown,
    ...(shown.length === 0 ? [] : ['']),
  ].join('\n');
}

function showFile({ path, text, shown }: FileInBrief, paint: Paint): string {
  if (text === undefined) return `    ${path}: (absent)`;
  const heading = `    ${paint('blue', `# ${path}`)}${shownAs[shown]}`;
  return shown === 'before' ? heading : `${heading}\n${indent(text)}`;
}

/** How much of a file of an example is shown. */
export const shownAs: Readonly<Record<FileInBrief['shown'], string>> = {
  whole: '',
  part: ', in part',
  before: ', as above',
};

/** What a device may set for a rule, and what holds otherwise. */
export function settingText({ key, otherwise, means }: RuleSetting, mark = (text: string) => text): string {
  return `Set by ${mark(key)} in tureen.yaml: ${means}; ${otherwise} where it is left out`;
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
