import { decodeText } from '../../../base/decode-text.ts';
import type { Host } from '../../../app/host.ts';
import { locateDiagnostics } from '../../../app/check/locate-diagnostics.ts';
import type { Diagnostic, Severity } from '../../../model/diagnostic.ts';
import type { LocatedDiagnostic } from '../../../model/plugs/diagnostic-export.ts';
import type { Look, Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { leftOut, type Limit } from '../limited.ts';

/** Shows diagnostics to a person: what is wrong, the line itself, the clause, what to do, and a count at the end, and no more of each rule than the limit. */
export async function showDiagnostics(
  host: Host,
  diagnostics: readonly Diagnostic[],
  { paint, width }: Look,
  limit: Limit = { most: Number.POSITIVE_INFINITY, rest: '' },
): Promise<string> {
  if (diagnostics.length === 0) return '';
  const located = await locateDiagnostics(host, diagnostics);
  const lines = await readLines(host, new Set(located.flatMap(({ file, line }) => (line === undefined ? [] : [file]))));
  const seen = new Map<string, number>();
  const shown = located.flatMap((diagnostic) => {
    const before = seen.get(diagnostic.rule) ?? 0;
    seen.set(diagnostic.rule, before + 1);
    return before < limit.most ? [showOne(diagnostic, lines.get(diagnostic.file), { paint, width })] : [];
  });
  const folded = [...seen].flatMap(([rule, number]) => leftOut(number, limit, ` of ${paint('bold', rule)}`));
  return [...shown, ...folded, count(diagnostics, paint)].join('\n');
}

const colours = { error: 'red', warning: 'yellow', note: 'blue' } as const;

function showOne(diagnostic: LocatedDiagnostic, lines: readonly string[] | undefined, look: Look): string {
  const { paint } = look;
  const { severity, rule, message, file, line, column, clause, help } = diagnostic;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [
    `${paint(colours[severity], severity)}: ${paint('bold', safeText(message))}`,
    `  ${paint('blue', '-->')} ${safeText(place)}  ${paint('dim', clause === undefined ? rule : `${rule}, ${clauseName(clause)}`)}`,
    ...frame(lines, line, column, look),
    `  ${paint('cyan', 'help:')} ${safeText(help)}`,
    '',
  ].join('\n');
}

/** The name of a clause as people say it: the standard, then the number. */
export function clauseName(clause: string): string {
  const [standard = '', number = ''] = clause.split(/:(.*)/s);
  const prefix = { '62304': 'IEC ', '14971': 'ISO ', '81001-5-1': 'IEC ', '13485': 'ISO ' }[standard] ?? '';
  return `${prefix}${standard} ${number}`;
}

function frame(
  lines: readonly string[] | undefined,
  line: number | undefined,
  column: number | undefined,
  { paint, width }: Look,
): string[] {
  const text = line === undefined ? undefined : lines?.[line - 1];
  if (line === undefined || text === undefined || text.trim() === '') return [];
  const gutter = String(line).length;
  const start = (column ?? text.length - text.trimStart().length + 1) - 1;
  const room = Math.max(20, Math.min(100, width - gutter - 6));
  const cut = safeText(text.slice(0, room));
  const word = /^[^\s:,]*/.exec(text.slice(start))?.[0].length ?? 1;
  const mark =
    start < cut.length
      ? [
          `  ${' '.repeat(gutter)} ${paint('blue', '|')} ${' '.repeat(start)}${paint('red', '^'.repeat(Math.max(1, Math.min(word, cut.length - start))))}`,
        ]
      : [];
  return [`  ${paint('blue', `${line} |`)} ${cut}${text.length > room ? '…' : ''}`, ...mark];
}

async function readLines(host: Host, files: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly string[]>> {
  const lines = new Map<string, readonly string[]>();
  for (const file of files) {
    const bytes = await host.files.read(file);
    const text = bytes === undefined || bytes.length > 16 * 2 ** 20 ? undefined : decodeText(bytes);
    if (text !== undefined) lines.set(file, text.split(/\r?\n/));
  }
  return lines;
}

function count(diagnostics: readonly Diagnostic[], paint: Paint): string {
  const of = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const parts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const number = of(severity);
    return number === 0 ? [] : [paint(colours[severity], `${number} ${severity}${number === 1 ? '' : 's'}`)];
  });
  return parts.join(', ');
}
