import type { Dossier, ItemEntry } from '../../../model/dossier.ts';
import type { Risk } from '../../../model/risks/risk-file.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { deviceWith } from '../../examples/device-with.ts';
import { failureModeWith } from '../../examples/failure-mode-with.ts';
import { riskFileWith } from '../../examples/risk-file-with.ts';

/** Asks that the software item of a hazardous situation is the one that uses the SOUP which can cause it. */
export const riskSoftwareItem: Rule = {
  id: '62304/risk-software-item',
  title: 'From the hazardous situation to its cause leads a software item',
  clause: '62304:7.3.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'The trace goes from the hazardous situation through the software item to the specific cause. Where the item that uses the SOUP is not named, it is broken.',
  help: 'Add the software item under `softwareItems:` of the entry in soup/risks.yaml, or correct `risks:` of the failure mode.',
  check: (item, dossier) => {
    const risks = new Map(dossier.riskFile?.record.risks.map((risk) => [risk.id, risk]));
    const users = usersOf(item);
    return users.length === 0 ? [] : problems(item, risks, users, withWholes(users, dossier));
  },
  examples: [
    {
      title: 'The viewer uses it, and the entry names the viewer',
      files: { ...failureModeWith('risks: [RISK-1]'), ...riskFileWith('softwareItems: [viewer]') },
      says: [],
    },
    {
      title: 'The entry names the system that the viewer is a part of',
      files: {
        ...failureModeWith('risks: [RISK-1]'),
        ...riskFileWith('softwareItems: [system]'),
        ...deviceWith(
          'softwareItems:\n  - { id: system, name: System, class: B, rationale: No lasting harm }\n  - { id: viewer, name: Viewer, parent: system, sources: [package-lock.json] }',
        ),
      },
      says: [],
    },
    {
      title: 'The entry names no software item',
      files: { ...failureModeWith('risks: [RISK-1]'), ...riskFileWith('softwareItems: []') },
      says: ['FM-1 contributes to RISK-1, which does not name viewer'],
    },
  ],
};

function usersOf({ own, covered }: ItemEntry): readonly string[] {
  return [...new Set([...own, ...covered].flatMap(({ claimedBy }) => claimedBy.map(({ id }) => id)))].toSorted();
}

/** A hazardous situation may also name the whole that the using item is a part of. */
function withWholes(users: readonly string[], { software }: Dossier): ReadonlySet<string> {
  return new Set(software.flatMap(({ item, path }) => (users.includes(item.id) ? path.map(({ id }) => id) : [])));
}

function problems(
  { filed: { file, record } }: ItemEntry,
  risks: ReadonlyMap<string, Risk>,
  users: readonly string[],
  enough: ReadonlySet<string>,
): readonly Problem[] {
  return record.failureModes.flatMap((failure, index) =>
    failure.risks.flatMap((id, position) => {
      const risk = risks.get(id);
      if (risk === undefined || risk.softwareItems.some((id) => enough.has(id))) return [];
      const message = `${failure.id} contributes to ${id}, which does not name ${users.join(' or ')}`;
      return [{ message, place: { file, keyPath: ['failureModes', index, 'risks', position] } }];
    }),
  );
}
