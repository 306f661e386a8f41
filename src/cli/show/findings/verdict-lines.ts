import type { Verdict } from '../../../model/anomalies/verdict.ts';

/** What a verdict says beside its status, justification and reason, a line each; what it leaves out has none. */
export function verdictLines({
  reachability,
  safety,
  security,
  response,
  owner,
  validFor,
  until,
}: Omit<Verdict, 'judged' | 'on'>): readonly string[] {
  return [
    ...(reachability === undefined ? [] : [reachabilityLine(reachability)]),
    ...(safety === undefined ? [] : [safetyLine(safety)]),
    ...(security === undefined ? [] : [`security: ${security.vector}, ${security.reason}`]),
    ...(response === undefined
      ? []
      : [
          `response: ${response.action}${response.due === undefined ? '' : ` until ${response.due}`}: ${response.text}`,
        ]),
    ...(owner === undefined ? [] : [`owner: ${owner}`]),
    ...(validFor === undefined ? [] : [`versions: ${validFor}`]),
    ...(until === undefined ? [] : [`until: ${until}`]),
  ];
}

function reachabilityLine({ answer, evidence }: NonNullable<Verdict['reachability']>): string {
  const words = { reachable: 'yes', 'not-reachable': 'no', unknown: 'nobody can tell' }[answer];
  return `reachable: ${words}${evidence === undefined ? '' : `, ${evidence}`}`;
}

function safetyLine(safety: NonNullable<Verdict['safety']>): string {
  if ('none' in safety) return `hazardous: no, ${safety.none}`;
  const named = [...safety.failureModes, ...safety.risks];
  return `hazardous: yes, ${named.length === 0 ? 'by no record yet' : `by ${named.join(', ')}`}: ${safety.reason}`;
}
