import { actionText } from '../../../base/vex/action-text.ts';
import { counted } from '../../../base/counted.ts';
import type { Finding } from '../../../model/anomalies/evaluation.ts';
import type { FiledVex, MetStatement, UnmetKind, VexEvidence } from '../../../model/vex/vex-evidence.ts';
import type { VexSaying } from '../../../model/vex/vex-document.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';

/** How much of it is shown: all, or so much that it can be read, and what command shows the rest. */
export type VexLook = { readonly paint: Paint; readonly all: boolean; readonly rest: string };

/** Shows what others state, a paragraph a document: what met a finding, then what met nothing with the reasons. */
export function showVex({ documents, about, unmet }: VexEvidence, { paint, all, rest }: VexLook): string {
  const met = [...about].flatMap(([finding, statements]) => statements.map((one) => ({ finding, one })));
  const metOf = Map.groupBy(met, ({ one }) => one.vex.file);
  const unmetOf = Map.groupBy(unmet, ({ vex }) => vex.file);
  if (documents.length === 0) return 'No VEX of others was imported.\n';
  const most = all ? Number.POSITIVE_INFINITY : mostShown;
  const shown = documents.map((vex) => {
    const lines = [...metLines(metOf.get(vex.file) ?? [], most), ...unmetLines(unmetOf.get(vex.file) ?? [], most)];
    return { lines, head: showHead(vex, paint) };
  });
  const text = shown
    .map(({ head, lines }) => [head, ...lines.map((line) => `  ${line.text}`), ''].join('\n'))
    .join('\n');
  const isCut = shown.some(({ lines }) => lines.some((line) => line.isCut));
  return isCut ? `${text}\n${rest}\n` : text;
}

/** So many of a kind are shown in a list, unless a person wants all. */
const mostShown = 3;

type Line = { readonly text: string; readonly isCut: boolean };

type MetFinding = { readonly finding: Finding; readonly one: MetStatement };

/** Findings of which the same is said stand below one another's words. */
function metLines(met: readonly MetFinding[], most: number): readonly Line[] {
  return [...Map.groupBy(met, ({ one }) => statementText(one))].flatMap(([said, group]): readonly Line[] => {
    const names = group.map(({ finding }) => `${finding.id} ${finding.component.replace(/[?#].*$/s, '')}`);
    if (names.length <= 1) return [lineOf(`+ ${names[0] ?? ''}: ${said}`)];
    return [lineOf(`+ met ${names.length} findings: ${said}`), listed(names, most)];
  });
}

/** Statements that met nothing, by the kind of the reason, and of each kind by what they speak of. */
function unmetLines(unmet: VexEvidence['unmet'], most: number): readonly Line[] {
  return [...Map.groupBy(unmet, ({ kind }) => kind)].flatMap(([kind, group]) => {
    const bySubject = [...Map.groupBy(group, ({ subject }) => subject)];
    const more = bySubject.length - most;
    return [
      lineOf(`- met nothing, ${counted(group.length, 'time')}: ${kinds[kind]}`),
      ...bySubject.slice(0, most).map(([subject, same]) => {
        const names = [...new Set(same.map(({ statement }) => statement.vulnerability))];
        return listed(names, most, subject);
      }),
      ...(more > 0 ? [{ text: `    and ${more} more for the same reason`, isCut: true }] : []),
    ];
  });
}

const kinds: Readonly<Record<UnmetKind, string>> = {
  'no-product': 'no product is named',
  unnamed: 'the product has no package URL; a person has to name its package under vexProducts in tureen.yaml',
  absent: 'the product is not in the inventory',
  'other-version': 'another version is meant than the one here',
  'no-finding': 'no finding of it is that vulnerability',
  unevaluated: 'published anomalies have not been evaluated; run `tureen sync`, then `tureen evaluate`',
  unread: 'the evaluation cannot be read; `tureen check` tells why, and what to do',
};

/** Each name is made harmless on its own, so that no list is cut. */
function listed(names: readonly string[], most: number, subject?: string): Line {
  const lead = subject === undefined ? '' : `${safeText(subject)}: `;
  const shown = names.slice(0, most).map(safeText).join(', ');
  const isCut = names.length > most;
  return { text: `    ${lead}${shown}${isCut ? ` and ${names.length - most} more` : ''}`, isCut };
}

function lineOf(text: string): Line {
  return { text: safeText(text), isCut: false };
}

function showHead({ file, record, document }: FiledVex, paint: Paint): string {
  const { author, signature, issued } = record;
  const { length } = document.statements;
  const count = length === 0 ? 'no statement' : counted(length, 'statement');
  const since = issued === undefined ? '' : ` of ${issued.slice(0, 10)}`;
  return `${paint('bold', safeText(author))}: ${safeText(`${count}${since}, ${signature.state} (${file})`)}`;
}

/** What somebody else states about a finding, in one line. */
export function statementText({ vex, statement, within, doubt, superseded }: MetStatement): string {
  const { record } = vex;
  const said = (statement.timestamp ?? record.issued)?.slice(0, 10);
  const notes = [
    `signature ${record.signature.state}`,
    ...(within === undefined ? [] : [`in ${within}`]),
    ...(doubt === undefined ? [] : [doubt]),
    ...(superseded ? ['its author spoke of it later'] : []),
  ];
  return `${record.author}${said === undefined ? '' : `, ${said}`}: ${sayingText(statement)} (${notes.join('; ')})`;
}

function sayingText({ status, words, justification, impact, notes, action }: VexSaying): string {
  const why = [impact, notes, action && `action: ${actionText(action)}`].filter((one) => one !== undefined);
  const word = [status, justification, words].filter((one) => one !== undefined).join(', ');
  return why.length === 0 ? word : `${word} – ${why.join('; ')}`;
}
