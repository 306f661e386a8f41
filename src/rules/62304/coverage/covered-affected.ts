import { affectingFinding } from '../../../base/judgement/promoted-because.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { covering } from '../../examples/covering.ts';
import { isCoveredByName } from '../../../base/judgement/covered-by-name.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';

const affected = 'status: affected\nreason: Even lengths are cut\nby: ada\non: 2026-11-12';

/** Asks for a record of its own for what another item's record covers, once a defect in it was judged to affect the device. */
export const coveredAffected: Rule = {
  id: '62304/covered-affected',
  title: 'What a finding affects has its own record',
  clause: '62304:7.1.3',
  classes: ['B', 'C'],
  severity: 'warning',
  subject: 'component',
  why: 'Where a defect in a covered component reaches the device, the sum of its package no longer hides it: somebody has to say what the device needs from it, and how it fails.',
  help: 'Run `tureen draft` with its package URL for a record of its own; or name it under `covers:` by its whole package URL, with the reason why one record is enough.',
  restsOn: ['soup-item'],
  check: (entry, dossier) => {
    const { component, account } = entry;
    const first = affectingFinding(entry, dossier);
    if (first === undefined || account.kind !== 'covered' || isCoveredByName(account, component.purl)) return [];
    const message = `${component.purl} is only covered by ${account.item.file}, but ${first.finding.id} was judged to affect the device`;
    return [{ message, place: { file: account.item.file, keyPath: ['covers', account.cover] } }];
  },
  examples: [
    {
      title: 'The finding does not affect the device',
      files: { ...covering('dependencies: true'), ...aboutIsOdd(notAffected) },
      says: [],
    },
    {
      title: 'A person named the package and said why one record is enough',
      files: { ...covering('packages: pkg:npm/is-odd'), ...aboutIsOdd(affected) },
      says: [],
    },
    {
      title: 'It affects the device',
      files: { ...covering('dependencies: true'), ...aboutIsOdd(affected) },
      says: [
        'pkg:npm/is-odd@3.0.1 is only covered by soup/items/npm-left-pad.yaml, but CVE-2026-0001 was judged to affect the device',
      ],
    },
  ],
};

function aboutIsOdd(verdict: string): Readonly<Record<string, string>> {
  const verdicts = Object.entries(verdictWith(verdict, { version: '3.0.1' }));
  return {
    ...withFinding('affected', {
      component: 'pkg:npm/is-odd@3.0.1',
      why: '3.0.1 is in <3.1.0 (semver)',
      fixed: ['3.1.0'],
    }),
    ...Object.fromEntries(verdicts.map(([path, text]) => [path, text.replaceAll('npm/left-pad', 'npm/is-odd')])),
  };
}
