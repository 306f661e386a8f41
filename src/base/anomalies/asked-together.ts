import type { Finding } from '../../model/anomalies/evaluation.ts';
import { counted } from '../counted.ts';

/** What findings have in common that are asked about together: their defect, or that only commits of one repository tell. */
export function askedTogether({ id, component, onlyByGraph }: Finding): string {
  return onlyByGraph === true ? `${component} by commits` : id;
}

/** The ids of findings of which only commits tell more, as one name: the first and how many more. */
export function idsInBrief(findings: readonly [Finding, ...Finding[]]): string {
  const ids = [...new Set(findings.map(({ id }) => id))];
  return ids.length === 1
    ? findings[0].id
    : `${findings[0].id} (with ${ids.length - 1} more that only commits could tell)`;
}

/** How often a person is asked about some findings; those that are asked about together are one question. */
export function countQuestions(findings: readonly Finding[]): number {
  return new Set(findings.map(askedTogether)).size;
}

/** What waits for a verdict, by both numbers: whoever reads of questions here and of findings there must not guess. */
export function waitingInBrief(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'no finding waits for a verdict';
  const questions = countQuestions(findings);
  const asked = counted(questions, 'question');
  return `${asked} about ${counted(findings.length, 'finding')} ${questions === 1 ? 'waits' : 'wait'} for a verdict`;
}
