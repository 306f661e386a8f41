import { isCollection } from '../../base/packages/collections.ts';
import { metadataFile } from '../../base/packages/metadata-file.ts';
import { parsePurl } from '../../base/packages/purl.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';
import { metadataWith } from '../examples/metadata-with.ts';

const before = { licenceBefore: { version: '1.2.0', licence: 'MIT', seen: '2026-11-10' } };

/** Tells where a registry states another licence than it did of the version before, until somebody has judged it. */
export const registryChanged: Rule = {
  id: 'licences/registry-changed',
  title: 'A licence that changed at the registry is judged',
  clause: '62304:7.4.1',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'component',
  why: 'Projects change their licence with an ordinary update, and lockfiles do not show it.',
  help: 'Read the new licence and write the conclusion into the record: `licence: { concluded: …, by: …, on: … }`.',
  check: ({ component, account }, { metadata }) => {
    const known = metadata?.about(component.purl);
    const change = known?.licenceBefore;
    const now = known?.answers.find(({ registry, facts }) => facts?.licence !== undefined && !isCollection(registry))
      ?.facts?.licence;
    const judged = account.kind === 'own' ? account.item.record.licence?.on : undefined;
    if (change === undefined || now === undefined || (judged !== undefined && judged >= change.seen)) return [];
    const same = change.version === parsePurl(component.purl)?.version;
    const which = same ? 'the same version' : `version ${change.version}`;
    const message = `${component.purl} is under ${now} by its registry; of ${which} it stated ${change.licence} (seen on ${change.seen})`;
    return [{ message, place: { file: metadataFile, line: metadata?.lineOf(component.purl) ?? 1 } }];
  },
  examples: [
    { title: 'It is the same', files: metadataWith({ licence: 'MIT' }), says: [] },
    {
      title: 'An update brought another one',
      files: metadataWith({ licence: 'BUSL-1.1' }, before),
      says: [
        'pkg:npm/left-pad@1.3.0 is under BUSL-1.1 by its registry; of version 1.2.0 it stated MIT (seen on 2026-11-10)',
      ],
    },
    {
      title: 'It was judged since',
      files: {
        ...metadataWith({ licence: 'BUSL-1.1' }, before),
        ...leftPad('licence: { concluded: BUSL-1.1, declared: WTFPL, by: ada, on: 2026-11-12 }'),
      },
      says: [],
    },
  ],
};
