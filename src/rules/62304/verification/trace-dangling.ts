import { globs } from '../../../base/paths/glob.ts';
import type { Dossier } from '../../../model/dossier.ts';
import type { KeyPath } from '../../../model/place.ts';
import type { FailureControl, RiskControl } from '../../../model/risks/risk-control.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { failureModeWith } from '../../examples/failure-mode-with.ts';
import { riskFileWith } from '../../examples/risk-file-with.ts';

/** Asks that every id in the chain from hazard to verification leads somewhere. */
export const traceDangling: Rule = {
  id: '62304/trace-dangling',
  title: 'What the trace names is there',
  clause: '62304:7.3.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A link that leads nowhere is worse than none: it looks like a trace.',
  help: 'Correct the id, or add what it names: a risk in soup/risks.yaml, a requirement of the device itself by `softwareRequirements: { document: …, ids: [ … ] }` in tureen.yaml.',
  restsOn: ['soup-item', 'risks'],
  check: (dossier) => {
    const known = knownIn(dossier);
    return [...ofItems(dossier, known), ...ofRisks(dossier, known)];
  },
  examples: [
    { title: 'The failure mode names a risk that is there', files: failureModeWith('risks: [RISK-1]'), says: [] },
    {
      title: 'It names one that is not there',
      files: failureModeWith('risks: [RISK-1, RISK-9]'),
      says: ['failure mode FM-1 names RISK-9, which is not in the risk file'],
    },
    {
      title: 'A control that is part of nothing, and became nothing',
      files: failureModeWith(
        'risks: [RISK-1]\ncontrols:\n  - { id: RC-1, kind: design, text: One width, requirements: [REQ-9], riskControls: [RC-9] }',
      ),
      says: [
        'control RC-1 names RC-9, which is no control of the risk file',
        'control RC-1 names REQ-9, which is no requirement on SOUP and none of the device',
      ],
    },
    {
      title: 'A risk of a part that is not there',
      files: riskFileWith('softwareItems: [printer]'),
      says: ['RISK-1 names printer, which is no software item of tureen.yaml'],
    },
  ],
};

type Known = {
  readonly risks: ReadonlySet<string>;
  readonly controls: ReadonlySet<string>;
  readonly softwareItems: ReadonlySet<string>;
  readonly isRequirement: (id: string) => boolean;
};

function knownIn({ device, items, riskFile }: Dossier): Known {
  const risks = riskFile?.record.risks ?? [];
  const own = new Set(items.flatMap(({ filed }) => filed.record.requirements.map(({ id }) => id)));
  const isOfDevice = globs(device.record.softwareRequirements?.ids ?? []);
  return {
    risks: new Set(risks.map(({ id }) => id)),
    controls: new Set(risks.flatMap(({ controls }) => controls.map(({ id }) => id))),
    softwareItems: new Set(device.record.softwareItems.map(({ id }) => id)),
    isRequirement: (id) => own.has(id) || isOfDevice(id),
  };
}

function ofItems({ items }: Dossier, known: Known): readonly Problem[] {
  return items.flatMap(({ filed: { file, record } }) =>
    record.failureModes.flatMap(({ id, risks, controls }, index) => [
      ...risks.flatMap((risk, position) =>
        known.risks.has(risk)
          ? []
          : [
              {
                message: `failure mode ${id} names ${risk}, which is not in the risk file`,
                place: { file, keyPath: ['failureModes', index, 'risks', position] },
              },
            ],
      ),
      ...controls.flatMap((control, position) =>
        ofControl(control, known, file, ['failureModes', index, 'controls', position]),
      ),
    ]),
  );
}

function ofRisks({ riskFile }: Dossier, known: Known): readonly Problem[] {
  if (riskFile === undefined) return [];
  const { file, record } = riskFile;
  return record.risks.flatMap(({ id, softwareItems, controls }, index) => [
    ...softwareItems.flatMap((item, position) =>
      known.softwareItems.has(item)
        ? []
        : [
            {
              message: `${id} names ${item}, which is no software item of tureen.yaml`,
              place: { file, keyPath: ['risks', index, 'softwareItems', position] },
            },
          ],
    ),
    ...controls.flatMap((control, position) => ofControl(control, known, file, ['risks', index, 'controls', position])),
  ]);
}

function ofControl(control: FailureControl | RiskControl, known: Known, file: string, at: KeyPath): readonly Problem[] {
  const riskControls = 'riskControls' in control ? control.riskControls : [];
  return [
    ...riskControls.flatMap((id, position) =>
      known.controls.has(id)
        ? []
        : [
            {
              message: `control ${control.id} names ${id}, which is no control of the risk file`,
              place: { file, keyPath: [...at, 'riskControls', position] },
            },
          ],
    ),
    ...control.requirements.flatMap((id, position) =>
      known.isRequirement(id)
        ? []
        : [
            {
              message: `control ${control.id} names ${id}, which is no requirement on SOUP and none of the device`,
              place: { file, keyPath: [...at, 'requirements', position] },
            },
          ],
    ),
  ];
}
