import { counted } from '../../../base/counted.ts';
import { exploitedInBrief, probabilityInBrief, severityInBrief, supportInBrief } from '../../../base/facts-in-brief.ts';
import type { Reasons } from '../../../app/explain/reasons-for.ts';
import type { Standing } from '../../../model/dossier.ts';
import type { ImportSite } from '../../../model/inventory/usage.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { detectedTexts } from './detected-texts.ts';
import { statementText } from '../findings/show-vex.ts';
import { standingText } from '../findings/standing-text.ts';

/** Shows why components are here, a paragraph each. */
export function showReasons(reasons: readonly Reasons[], paint: Paint): string {
  return reasons.map((one) => showOne(one, paint)).join('\n');
}

function showOne(reasons: Reasons, paint: Paint): string {
  const { component, paths, use, softwareItems, account, detected } = reasons;
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['found at', component.foundAt.map(({ file, line }) => `${file}:${line}`)],
    [
      'brought by',
      paths.length === 0
        ? [component.firstParty ? 'the product itself' : 'no file tells']
        : paths.map((path) => path.join(' → ')),
    ],
    ['imported at', importsText(reasons.imports)],
    ['use', [`${use.scope}, ${deciders[use.decidedBy]}: ${use.reason}`]],
    [
      'software items',
      softwareItems.length === 0
        ? ['none claims it; it counts as class C']
        : [
            ...softwareItems.map(claimText),
            ...(softwareItems.length > 1 ? [`so it takes class ${reasons.class}`] : []),
          ],
    ],
    ['accounted for', [accountText(account)]],
    ...judgedRows(reasons),
    [
      'licence',
      component.licences.length === 0
        ? ['no file tells']
        : [...new Set(component.licences.map(({ expression }) => expression))],
    ],
    ['detected', detected.length === 0 ? ['no licence file of it is here'] : detectedTexts(detected)],
    ['hashes', component.hashes.length === 0 ? ['no file tells'] : hashTexts(component)],
    ...(reasons.facts.length === 0 ? [] : [['facts', reasons.facts.flatMap(factLines)] as const]),
    ['findings', findingsText(reasons)],
    ...(reasons.anomalies === undefined ? [] : [['anomalies', [reasons.anomalies.text]] as const]),
    ...(reasons.support === undefined ? [] : [['support, listed', supportText(reasons.support)] as const]),
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.flatMap(([label, values]) =>
    values.map((value, index) => `  ${paint('dim', (index === 0 ? label : '').padEnd(width))}  ${safeText(value)}`),
  );
  return [paint('bold', safeText(component.purl)), ...lines, ''].join('\n');
}

/** What people judged about the item; what nobody judged has no row, for the rules tell what is asked. */
function judgedRows({ judged }: Reasons): readonly (readonly [string, readonly string[]])[] {
  if (judged === undefined) return [];
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['safety path', judged.safetyPath],
    ['used by', judged.usedBy],
    ['inherits', judged.inherits],
    ['segregation', judged.segregation],
    ['documentation', judged.documentation],
    ['support, judged', judged.support],
    ['category', judged.category],
  ];
  return rows.filter(([, lines]) => lines.length > 0);
}

const classOrigins = { record: '', parent: ', as the item around it', nobody: ', as nobody has decided' } as const;

function claimText({ id, partOf, class: inForce, classFrom }: Reasons['softwareItems'][number]): string {
  return `${[...partOf, id].join(' › ')} (class ${inForce}${classOrigins[classFrom]})`;
}

function hashTexts({ hashes }: Reasons['component']): readonly string[] {
  const shown = hashes.slice(0, 3).map(({ algorithm, value, of }) => `${algorithm} ${value.slice(0, 16)}… of ${of}`);
  return hashes.length > 3 ? [...shown, `and ${hashes.length - 3} more; --json shows them`] : shown;
}

/** One line where all sources agree, else one for each value. */
function factLines({ fact, values, differ }: Reasons['facts'][number]): readonly string[] {
  const lines = values.map(({ value, sources }) => `${value} (${sources.join('; ')})`);
  const [first = '', ...rest] = lines;
  if (!differ) return [`${fact}: ${first}${rest.length === 0 ? '' : `; also written ${rest.join('; ')}`}`];
  return [`${fact}, the sources differ:`, ...lines.map((line) => `  ${line}`)];
}

const deciders = { files: 'by the files', person: 'decided by a person', tool: 'as its tool' } as const;

function accountText({ kind, record, reason }: Reasons['account']): string {
  const names = {
    own: `its own record, ${record}`,
    covered: `covered by ${record}: ${reason}`,
    tool: `a tool, not shipped: ${reason}`,
    'first-party': 'the product’s own',
    unaccounted: `on the red list: ${reason}`,
  };
  return names[kind];
}

/** How many of the lines are shown that import a component. */
const mostSites = 5;

/** The lines that import a component, those of the product itself first; or where nobody found any. */
export function importsText({ sites, lookedThrough }: Reasons['imports']): readonly string[] {
  if (lookedThrough.length === 0) return ['not looked for: no source of a language that imports such packages is here'];
  if (sites.length === 0)
    return [
      `nowhere in ${lookedThrough.map(({ files, title }) => `${counted(files, 'file')} of ${title}`).join(', ')}`,
    ];
  const sorted = sites.toSorted((a, b) => weight(a) - weight(b));
  const rest = sites.length - mostSites;
  return [...sorted.slice(0, mostSites).map(siteText), ...(rest > 0 ? [`and at ${rest} more`] : [])];
}

function siteText(site: ImportSite): string {
  const { file, line, module, role, typesOnly, certainty } = site;
  const notes = [
    ...(role === 'product' ? [] : [role === 'test' ? 'a test' : 'a build script']),
    ...(typesOnly ? ['types only'] : []),
    ...(certainty === 'exact' ? [] : [certainty === 'by-name' ? 'by its name' : 'by its name, which others share']),
  ];
  return `${file}:${line} ${module}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

function weight({ role, typesOnly }: ImportSite): number {
  return (role === 'product' ? 0 : 2) + (typesOnly ? 1 : 0);
}

/** The findings that may concern it; of those that do not there can be a hundred, and they are counted. */
function findingsText({ findings, evaluation, uncovered }: Reasons): readonly string[] {
  if (evaluation === 'unread') return ['not known: the evaluation cannot be read; `tureen check` tells why'];
  if (findings === undefined) return ['not evaluated; run `tureen evaluate`'];
  const blind = uncovered === undefined ? [] : [`not known: ${uncovered}`];
  if (findings.length === 0) return blind.length > 0 ? blind : ['evaluated, none known'];
  const open = findings.filter(({ result }) => result !== 'not-affected');
  const rest = findings.length - open.length;
  return [...blind, ...open.flatMap(findingLines), ...(rest === 0 ? [] : [restText(rest, open.length > 0)])];
}

function judgedText(standing: Standing): string {
  return standing.kind === 'open' && standing.met === undefined ? ' – not judged yet' : standingText(standing);
}

function restText(count: number, isRest: boolean): string {
  const does = count === 1 ? 'more that does not affect it' : 'more that do not affect it';
  return `${count} ${isRest ? does : 'known, none affects it'}; --json shows ${count === 1 ? 'it' : 'them'}`;
}

function findingLines(finding: NonNullable<Reasons['findings']>[number]): readonly string[] {
  const { id, result, why, severities, kev = [], epss = [], standing, stated } = finding;
  return [
    `${id} ${result}: ${why}${judgedText(standing)}`,
    ...severities.filter(({ used }) => used).map((severity) => `  ${severityInBrief(severity)}`),
    ...kev.map((entry) => `  ${exploitedInBrief(entry)}`),
    ...epss.map((entry) => `  ${probabilityInBrief(entry)}`),
    ...stated.filter(({ superseded }) => !superseded).map((one) => `  stated by ${statementText(one)}`),
  ];
}

function supportText({ asOf, cycles }: NonNullable<Reasons['support']>): readonly string[] {
  return cycles.length === 0 ? ['no list tells'] : cycles.map((one) => supportInBrief(one, asOf));
}
