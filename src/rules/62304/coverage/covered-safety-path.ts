import type { ItemEntry } from '../../../model/dossier.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { covering } from '../../examples/covering.ts';
import { isCoveredByName } from '../../../base/judgement/covered-by-name.ts';
import { namedFew } from '../../named-few.ts';

const path = 'safetyPath: { on: true, reason: A wrong label can lead to a mix-up }\n';

/** Asks of what an item on the safety path covers whether it is on that path, too; what is gets a record of its own. */
export const coveredSafetyPath: Rule = {
  id: '62304/covered-safety-path',
  title: 'What is on the safety path has its own record',
  clause: '62304:7.1.1',
  classes: ['B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'A record may speak for what its package brings in. What can itself contribute to harm has failure modes of its own, and those of another package do not tell them.',
  help: 'Write `safetyPath: { on: false, reason: … }` into the entry of `covers:`. Where some of it is on the path, run `tureen draft` with its package URL, or name it by its whole package URL in an entry of its own.',
  restsOn: ['soup-item'],
  check: (item) =>
    item.filed.record.safetyPath?.on === true
      ? item.filed.record.covers.flatMap((_, index) => problemOf(item, index))
      : [],
  examples: [
    {
      title: 'What is covered is not on the path, with the reason',
      files: covering(
        'dependencies: true, safetyPath: { on: false, reason: Only used while the program starts }',
        path,
      ),
      says: [],
    },
    {
      title: 'The item is not on the path itself',
      files: covering('dependencies: true', 'safetyPath: { on: false, reason: Only pads the log }\n'),
      says: [],
    },
    {
      title: 'A person named the package and said why one record is enough',
      files: covering('packages: pkg:npm/is-odd', path),
      says: [],
    },
    {
      title: 'Nobody said whether it is',
      files: covering('dependencies: true', path),
      says: ['pkg:npm/left-pad is on the safety path; nobody has said whether what it covers is: is-odd 3.0.1'],
    },
    {
      title: 'It is, and has no record',
      files: covering('dependencies: true, safetyPath: { on: true, reason: It decides the length }', path),
      says: ['on the safety path like pkg:npm/left-pad, which covers them: is-odd 3.0.1'],
    },
  ],
};

function problemOf({ filed: { file, record }, covered }: ItemEntry, index: number): readonly Problem[] {
  const said = record.covers[index]?.safetyPath;
  if (said?.on === false) return [];
  const members = covered.flatMap(({ component: { purl, name, version }, account }) =>
    account.kind === 'covered' && account.cover === index && !isCoveredByName(account, purl)
      ? [`${name} ${version ?? '(no version)'}`]
      : [],
  );
  if (members.length === 0) return [];
  const message =
    said === undefined
      ? `${record.soup} is on the safety path; nobody has said whether what it covers is: ${namedFew(members)}`
      : `on the safety path like ${record.soup}, which covers them: ${namedFew(members)}`;
  return [{ message, place: { file, keyPath: ['covers', index] } }];
}
