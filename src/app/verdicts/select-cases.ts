import type { Case, Triage } from './open-triage.ts';
import { selectFindings, type Selection } from './select-findings.ts';

/**
 * Picks the cases that hold some findings, of any state of the triage. Where nothing of a defect that is named waits, it is one
 * case with the verdict that it has. Throws `UsageError` where nothing is picked.
 */
export function selectCases(opened: Triage, selection: Selection): (triage: Triage) => readonly Case[] {
  const ids = new Set(selectFindings(opened, selection).map(({ finding }) => finding.id));
  return (triage) => {
    const waiting = triage.cases.filter(({ findings }) => findings.some(({ finding }) => ids.has(finding.id)));
    return waiting.length > 0 || selection.id === undefined ? waiting : judgedCases(triage, selection);
  };
}

function judgedCases(triage: Triage, selection: Selection): readonly Case[] {
  const byId = Map.groupBy(selectFindings(triage, selection), ({ finding }) => finding.id);
  return [...byId].map(([id, findings]) => ({ id, findings, isNew: false }));
}
