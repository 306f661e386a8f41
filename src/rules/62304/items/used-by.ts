import { quote } from '../../../base/quote.ts';
import type { ItemEntry } from '../../../model/dossier.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';

const onPath = 'safetyPath: { on: true, reason: A wrong label mixes patients up }';

/** Asks of items on the safety path who uses them and through which interface, and that the files agree with what is said. */
export const usedBy: Rule = {
  id: '62304/used-by',
  title: 'It is stated who uses a SOUP item, and through which interface',
  clause: '62304:5.3.2',
  classes: ['B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'Which calls pass which data decides which failures matter, and which tests have to be repeated after an update. What stands in the architecture and what the files show must be the same.',
  help: 'Write `usedBy: [{ softwareItem: …, modules: [globs of your files], interface: … }]`; `tureen why` lists the lines that import it.',
  check: (item) => (item.own.length === 0 ? [] : [...unsaid(item), ...withoutInterface(item), ...unlikeTheFiles(item)]),
  examples: [
    {
      title: 'The software item, and what it calls',
      files: leftPad(
        `${onPath}\nusedBy: [{ softwareItem: viewer, interface: leftPad with texts of at most 64 characters }]`,
      ),
      says: [],
    },
    {
      title: 'Off the safety path nobody has to say it',
      files: leftPad('safetyPath: { on: false, reason: Only pads a column of the log }'),
      says: [],
    },
    {
      title: 'Nobody has said it',
      files: leftPad(onPath),
      says: ['nobody has said who uses pkg:npm/left-pad, and through which interface'],
    },
    {
      title: 'The interface is missing',
      files: leftPad(`${onPath}\nusedBy: [{ softwareItem: viewer }]`),
      says: ['it is not said through which interface "viewer" uses pkg:npm/left-pad'],
    },
    {
      title: 'Another software item is named than the one that is built from it',
      files: leftPad('usedBy: [{ softwareItem: server, interface: leftPad }]'),
      says: [
        'pkg:npm/left-pad is said to be used by "server", which is no software item',
        'pkg:npm/left-pad stands in a file of "viewer", which its record does not name as user',
      ],
    },
  ],
};

function unsaid({ filed: { file, record } }: ItemEntry): readonly Problem[] {
  if (record.safetyPath?.on !== true || record.usedBy.length > 0) return [];
  const message = `nobody has said who uses ${record.soup}, and through which interface`;
  return [{ message, place: { file, keyPath: ['usedBy'] } }];
}

function withoutInterface({ filed: { file, record } }: ItemEntry): readonly Problem[] {
  if (record.safetyPath?.on !== true) return [];
  return record.usedBy.flatMap((use, index) =>
    use.interface === undefined
      ? [
          {
            message: `it is not said through which interface ${quote(use.softwareItem)} uses ${record.soup}`,
            place: { file, keyPath: ['usedBy', index] },
          },
        ]
      : [],
  );
}

function unlikeTheFiles({ filed: { file, record }, usage }: ItemEntry): readonly Problem[] {
  const wrong = usage.named.flatMap(({ index, softwareItem, result }) =>
    result === 'claims-it'
      ? []
      : [
          {
            message: `${record.soup} is said to be used by ${quote(softwareItem)}, which ${result === 'no-software-item' ? 'is no software item' : 'is not built from a file that it stands in'}`,
            place: { file, keyPath: ['usedBy', index, 'softwareItem'] },
          },
        ],
  );
  const missing = usage.unnamed.map((id) => ({
    message: `${record.soup} stands in a file of ${quote(id)}, which its record does not name as user`,
    place: { file, keyPath: ['usedBy'] },
    help: `Name ${quote(id)} under \`usedBy:\`, with the interface, or take the file out of its \`sources:\`.`,
  }));
  return [...wrong, ...missing];
}
