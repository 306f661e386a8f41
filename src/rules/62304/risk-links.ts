import type { Dossier } from '../../model/dossier.ts';
import type { Problem, Rule } from '../../model/rule.ts';
import { leftPad } from '../left-pad.ts';

const mode = (risks: string) =>
  leftPad(
    `failureModes:\n  - { id: FM-1, mode: Cuts the text, cause: Text too long, effect: Wrong label, risks: ${risks} }`,
  );

/** Asks that failure modes and risk file point at each other, with no orphan on either side. */
export const riskLinks: Rule = {
  id: '62304/risk-links',
  title: 'Failure modes and risk file point at each other',
  clause: '62304:7.1.4',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'The risk management file is the one place where harm is judged. A cause that does not reach it was not judged.',
  help: 'Name the entry under `risks:` of the failure mode, or add it to soup/risks.yaml; take out entries that no SOUP touches.',
  check: (dossier) => [...withoutRisk(dossier), ...dangling(dossier), ...orphans(dossier)],
  examples: [
    { title: 'The failure mode names an entry', files: mode('[RISK-1]'), says: [] },
    {
      title: 'It names none',
      files: { ...mode('[]'), 'soup/risks.yaml': undefined },
      says: ['failure mode FM-1 reaches no entry of the risk file'],
    },
    {
      title: 'It names one that is not there',
      files: mode('[RISK-1, RISK-9]'),
      says: ['failure mode FM-1 names RISK-9, which is not in the risk file'],
    },
    {
      title: 'An entry that nothing reaches',
      files: leftPad('title: left-pad'),
      says: ['no failure mode of SOUP reaches RISK-1'],
    },
  ],
};

function withoutRisk({ items }: Dossier): Problem[] {
  return items.flatMap(({ filed: { file, record } }) =>
    record.failureModes.flatMap(({ id, risks }, index) =>
      risks.length === 0
        ? [
            {
              message: `failure mode ${id} reaches no entry of the risk file`,
              place: { file, keyPath: ['failureModes', index, 'id'] },
            },
          ]
        : [],
    ),
  );
}

function dangling({ items, riskFile }: Dossier): Problem[] {
  const known = new Set(riskFile?.record.risks.map(({ id }) => id));
  return items.flatMap(({ filed: { file, record } }) =>
    record.failureModes.flatMap(({ id, risks }, index) =>
      risks.flatMap((risk, position) =>
        known.has(risk)
          ? []
          : [
              {
                message: `failure mode ${id} names ${risk}, which is not in the risk file`,
                place: { file, keyPath: ['failureModes', index, 'risks', position] },
              },
            ],
      ),
    ),
  );
}

function orphans({ items, riskFile }: Dossier): Problem[] {
  const named = new Set(items.flatMap(({ filed }) => filed.record.failureModes.flatMap(({ risks }) => risks)));
  return (riskFile?.record.risks ?? []).flatMap(({ id }, index) =>
    named.has(id) || riskFile === undefined
      ? []
      : [
          {
            message: `no failure mode of SOUP reaches ${id}`,
            place: { file: riskFile.file, keyPath: ['risks', index, 'id'] },
          },
        ],
  );
}
