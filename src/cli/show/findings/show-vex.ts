import { counted } from '../../../base/counted.ts';
import type { FiledVex, MetStatement, VexEvidence } from '../../../model/vex/vex-evidence.ts';
import type { VexSaying } from '../../../model/vex/vex-document.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';

/** Shows what others state, a paragraph a document: what met a finding, then what met nothing with the reasons. */
export function showVex({ documents, about, unmet }: VexEvidence, paint: Paint, all: boolean): string {
  const met = [...about].flatMap(([finding, statements]) => statements.map((one) => ({ finding, one })));
  const metOf = Map.groupBy(met, ({ one }) => one.vex.file);
  const unmetOf = Map.groupBy(unmet, ({ vex }) => vex.file);
  if (documents.length === 0) return 'No VEX of others was imported.\n';
  return documents
    .map((vex) => {
      const lost = unmetOf.get(vex.file) ?? [];
      const lines = [
        ...(metOf.get(vex.file) ?? []).map(
          ({ finding, one }) => `${finding.id} ${finding.component.replace(/[?#].*$/s, '')}: ${statementText(one)}`,
        ),
        ...reasonLines(lost, all),
      ];
      return [showHead(vex, paint), ...lines.map((line) => `  ${safeText(line)}`), ''].join('\n');
    })
    .join('\n');
}

function showHead({ file, record, document }: FiledVex, paint: Paint): string {
  const { author, signature, issued } = record;
  const { length } = document.statements;
  const count = length === 0 ? 'no statement' : counted(length, 'statement');
  const since = issued === undefined ? '' : ` of ${issued.slice(0, 10)}`;
  return `${paint('bold', safeText(author))}: ${safeText(`${count}${since}, ${signature.state} (${file})`)}`;
}

/** The reasons that are shown of each document; `--all` shows every one. */
const mostReasons = 5;

/** Statements that met nothing for the same reason stand in one line. */
function reasonLines(unmet: VexEvidence['unmet'], all: boolean): readonly string[] {
  const groups = [...Map.groupBy(unmet, ({ reason }) => reason)].map(
    ([reason, group]) =>
      `met nothing: ${group
        .slice(0, all ? group.length : 3)
        .map(({ statement }) => statement.vulnerability)
        .join(', ')}${!all && group.length > 3 ? ` and ${group.length - 3} more` : ''}: ${reason}`,
  );
  if (all || groups.length <= mostReasons) return groups;
  return [...groups.slice(0, mostReasons), `and ${groups.length - mostReasons} reasons more; --all shows them`];
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
  const why = impact ?? notes ?? action?.text;
  const word = [status, justification, words].filter((one) => one !== undefined).join(', ');
  return why === undefined ? word : `${word} – ${why}`;
}
