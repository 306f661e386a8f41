import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { dossier, entry, finding } from '../../../test/sample-dossier.ts';
import { joinVerdicts } from '../../dossier/join-verdicts.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import type { ImportSite } from '../../model/inventory/usage.ts';
import { verdictsSchema } from '../../model/anomalies/verdict.ts';
import { composeVerdict } from './compose-verdict.ts';

const record = (feed: string, id: string, hash: string) => ({ id, feed, hash, modified: '2026-11-01T00:00:00Z' });
const found = (version: string, records: Finding['records']): Finding => ({
  ...finding(`pkg:npm/ladle@${version}`, 'CVE-1', 'affected'),
  records,
});

const sets: readonly (readonly [what: string, one: Finding['records'], other: Finding['records'], entries: number])[] =
  [
    ['the same records', [record('osv', 'A', 'aa01')], [record('osv', 'A', 'aa01')], 1],
    ['other records', [record('osv', 'A', 'aa01')], [record('osv', 'B', 'bb01')], 2],
    ['one record more', [record('osv', 'A', 'aa01')], [record('osv', 'A', 'aa01'), record('osv', 'B', 'bb01')], 2],
    [
      'records of one id of two feeds',
      [record('cve-list', 'CVE-1', 'aa01'), record('nvd', 'CVE-1', 'bb01')],
      [record('cve-list', 'CVE-1', 'aa01'), record('nvd', 'CVE-1', 'bb01')],
      1,
    ],
  ];

for (const [what, one, other, entries] of sets) {
  test(`a verdict on two versions with ${what} holds for both as soon as it is written, in ${entries}`, () => {
    const findings = [found('7.5.0', one), found('7.6.0', other)];
    const used = findings.map(({ component: purl }) =>
      entry(component(purl, { scope: 'runtime' }), { kind: 'unaccounted', reason: '' }),
    );
    const device = dossier({ entries: used, items: [] });
    const tried = findings.flatMap((each, index) => {
      const its = used[index];
      return its === undefined
        ? []
        : [{ finding: each, index, entry: its, standing: { kind: 'open', met: undefined } as const }];
    });
    const judgement = { status: 'fixed', reason: 'Patched', by: 'mk' } as const;
    const written = JSON.parse(JSON.stringify(composeVerdict(device, tried, undefined, judgement)));
    assert.equal(written.judged.length, entries);
    const verdicts = [{ file: 'soup/verdicts/a.yaml', record: verdictsSchema.parse({ verdicts: [written] }) }];
    const joined = joinVerdicts({ findings, verdicts, entries: used, today: device.today });
    assert.deepEqual(
      joined.findings.map(({ standing }) => standing.kind),
      ['judged', 'judged'],
    );
  });
}

test('the lines that import it are kept once: those of the product that execute, with the answer on reachability where there is one', () => {
  const one = found('7.5.0', [record('osv', 'A', 'aa01')]);
  const used = entry(component(one.component, { scope: 'runtime' }), { kind: 'unaccounted', reason: '' });
  const site = {
    file: 'src/a.ts',
    line: 3,
    module: 'ladle',
    role: 'product',
    typesOnly: false,
    certainty: 'exact',
  } as const;
  const sites: readonly ImportSite[] = [
    site,
    { ...site, line: 4, role: 'test' },
    { ...site, line: 5, typesOnly: true },
    { ...site, file: 'src/b.ts' },
  ];
  const importedAt = new Map([[one.component, sites]]);
  const usage = { kind: 'looked', importedAt, languages: [{ title: 'TypeScript', files: 2, types: ['npm'] }] } as const;
  const device = { ...dossier({ entries: [used], items: [] }), usage };
  const tried = [{ finding: one, index: 0, entry: used, standing: { kind: 'open', met: undefined } as const }];
  const judgement = {
    status: 'not_affected',
    justification: 'vulnerable_code_not_in_execute_path',
    reason: 'Left out',
    by: 'mk',
  } as const;
  const reachability = { answer: 'not-reachable', evidence: 'Looked', functions: [] } as const;
  const written = (given: object) =>
    JSON.parse(JSON.stringify(composeVerdict(device, tried, undefined, { ...judgement, ...given })));
  assert.deepEqual(written({}).importedAt, ['src/a.ts:3', 'src/b.ts:3']);
  const reached = written({ reachability });
  assert.deepEqual([reached.importedAt, reached.reachability.importedAt], [undefined, ['src/a.ts:3', 'src/b.ts:3']]);
});
