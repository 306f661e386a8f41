import { UsageError } from '../../base/errors.ts';
import { packageOf } from '../../base/packages/purl.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Edit } from '../../records/edit.ts';
import { addVerdict, verdictsFile, withdraw } from '../../records/writing/write-verdict.ts';
import { composeVerdict, type Judgement } from './compose-verdict.ts';
import type { Host } from '../host.ts';
import { leftOpen } from './left-open.ts';
import { withVerdicts, type Triage, type TriedFinding } from './open-triage.ts';
import { refuseJudgement } from './refuse-judgement.ts';
import { replacedBy, type ReplacedVerdict } from './replaced-by.ts';
import { selectFindings, type Selection } from './select-findings.ts';
import { readVerdictFiles, textIn, withTexts, writeVerdictFiles, type VerdictFiles } from './verdict-files.ts';
import { withdrawnBy } from './withdrawn-by.ts';

/** What a judgement comes to. */
export type Judged = {
  /** The files that are written, each with how many findings are judged in it. */
  readonly written: readonly { readonly file: string; readonly findings: number }[];
  /** The earlier verdicts that give way to it, whole or in part. */
  readonly replaced: readonly ReplacedVerdict[];
  /** What the rules ask of it and it does not say, the gravest first. */
  readonly open: readonly Diagnostic[];
  /** What waits then. */
  readonly triage: Triage;
};

/**
 * Writes a verdict on the selected findings, with what it was judged on, into a file for each SOUP item, and takes the
 * findings out of the verdicts that judged them before. Throws `UsageError` for a verdict that cannot stand; then nothing
 * is written.
 */
export async function judge(host: Host, given: Triage, selection: Selection, judgement: Judgement): Promise<Judged> {
  const files = await readVerdictFiles(host);
  const draft = draftVerdicts(given, files, selection, judgement);
  return judgedBy(draft, await writeVerdictFiles(host, files, draft.texts));
}

/** What `judge` would come to with the files as they are now; nothing is written. Throws `UsageError` as `judge` does. */
export async function foresee(host: Host, given: Triage, selection: Selection, judgement: Judgement): Promise<Judged> {
  const files = await readVerdictFiles(host);
  const draft = draftVerdicts(given, files, selection, judgement);
  return judgedBy(draft, withTexts(files, draft.texts));
}

/** New texts of the files, those with a new verdict first, and what they rest on. */
type Draft = {
  readonly before: Triage;
  readonly byFile: ReadonlyMap<string, readonly TriedFinding[]>;
  readonly texts: ReadonlyMap<string, string>;
  readonly replaced: readonly ReplacedVerdict[];
};

function draftVerdicts(given: Triage, files: VerdictFiles, selection: Selection, judgement: Judgement): Draft {
  const before = withVerdicts(given, files);
  const { dossier } = before;
  const findings = selectFindings(before, selection);
  refuseJudgement(given.dossier, dossier, findings, judgement);
  const texts = new Map<string, string>();
  const read = (file: string) => texts.get(file) ?? textIn(files, file);
  const byFile = Map.groupBy(findings, fileOf);
  const withdrawn = withdrawnBy(findings, dossier.verdicts);
  for (const [file, places] of withdrawn) texts.set(file, edited(file, withdraw(read(file) ?? '', places)));
  for (const [file, ofFile] of byFile) {
    const verdict = composeVerdict(dossier, ofFile, selection.packages, judgement);
    texts.set(file, edited(file, addVerdict(read(file), verdict)));
  }
  // New verdicts first: who is killed between two files has judged twice, which is told, and has lost nothing.
  const inOrder = [...texts].toSorted(([a], [b]) => Number(byFile.has(b)) - Number(byFile.has(a)));
  return { before, byFile, texts: new Map(inOrder), replaced: replacedBy(withdrawn, dossier) };
}

function judgedBy({ before, byFile, replaced }: Draft, after: VerdictFiles): Judged {
  const triage = withVerdicts(before, after);
  const written = [...byFile].map(([file, findings]) => ({ file, findings: findings.length }));
  return { written, replaced, open: leftOpen(before.dossier, triage.dossier, [...byFile.values()].flat()), triage };
}

function fileOf({ entry }: TriedFinding): string {
  const { account, component } = entry;
  return verdictsFile('item' in account ? account.item.file : undefined, packageOf(component.purl));
}

/** A text that was edited; what the person's own YAML does not allow is told, and nothing is written. */
function edited(file: string, edit: Edit): string {
  if ('text' in edit) return edit.text;
  throw new UsageError(`${file} cannot be changed: ${edit.refused}`, edit.help);
}
