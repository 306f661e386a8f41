import type { Rule } from '../../../model/plugs/rule.ts';
import { deviceWith } from '../../examples/device-with.ts';
import { failureModeWith } from '../../examples/failure-mode-with.ts';
import { leftPad } from '../../examples/left-pad.ts';
import { onlyClassA } from '../../only-class-a.ts';

/** Asks that each entry of soup/risks.yaml is reached by a failure mode. */
export const riskOrphan: Rule = {
  id: '62304/risk-orphan',
  title: 'Each risk that SOUP touches is reached by a failure mode',
  clause: '62304:7.3.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'An entry here says that SOUP can contribute to it. Without a failure mode nobody knows which SOUP, and how.',
  help: 'Name it under `risks:` of the failure mode that contributes to it, or take it out of soup/risks.yaml.',
  restsOn: ['soup-item', 'risks'],
  check: (dossier) => {
    if (onlyClassA(dossier)) return [];
    const { items, riskFile } = dossier;
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
  },
  examples: [
    { title: 'A failure mode reaches it', files: failureModeWith('risks: [RISK-1]'), says: [] },
    {
      title: 'Nothing reaches it',
      files: leftPad('title: left-pad'),
      says: ['no failure mode of SOUP reaches RISK-1'],
    },
    {
      title: 'A device of class A, of which no trace is asked',
      files: {
        ...leftPad('title: left-pad'),
        ...deviceWith('softwareItems: [{ id: v, name: V, class: A, sources: [package-lock.json] }]'),
      },
      says: [],
    },
  ],
};
