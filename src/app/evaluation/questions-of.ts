import { askedTogether } from '../../base/anomalies/asked-together.ts';
import { compareGravity, gravityOf, type Gravity } from '../../base/anomalies/gravity.ts';
import { compareText } from '../../base/compare.ts';
import type { EvaluatedFinding } from './evaluate.ts';

/** Findings that a person is asked about together, and how grave they are. */
export type Question = {
  readonly findings: readonly [EvaluatedFinding, ...EvaluatedFinding[]];
  readonly gravity: Gravity;
};

/** What a person is asked about, the gravest first; of what is as grave, what affects the device and is no tool. */
export function questionsOf(waiting: readonly EvaluatedFinding[]): readonly Question[] {
  return [...Map.groupBy(waiting, ({ finding }) => askedTogether(finding)).values()]
    .flatMap(([first, ...others]): Question[] => {
      if (first === undefined) return [];
      const findings = [first, ...others] as const;
      return [{ findings, gravity: gravityOf(findings.map(({ finding }) => finding)) }];
    })
    .toSorted((a, b) => compareGravity(a.gravity, b.gravity) || rankOf(a) - rankOf(b) || compareText(idOf(a), idOf(b)));
}

function rankOf({ findings }: Question): number {
  const none = (test: (one: EvaluatedFinding) => boolean) => (findings.some(test) ? 0 : 1);
  return (
    2 * none(({ finding }) => finding.result === 'affected') + none(({ entry }) => entry?.use.scope !== 'development')
  );
}

function idOf({ findings: [first] }: Question): string {
  return first.finding.id;
}
