import { readFileSync } from 'node:fs';
import { judgeLicences } from '../../src/dossier/licences/judge-licences.ts';
import type { Entry } from '../../src/model/entry.ts';

/** Seconds that the verdicts on so many components take, under every licence string of the labelled ones in turn. */
export function judgeManyLicences(count: number): number {
  const texts = readFileSync('src/base/licences/fixtures/labelled-strings.txt', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => String(JSON.parse(line.split('\t')[2] ?? '""')));
  const places: Entry['claimedBy'] = [
    { id: 'app', name: 'App', class: 'B', distribution: 'container', sources: ['package-lock.json'] },
  ];
  const entries = Array.from({ length: count }, (_, index) =>
    entryOf(index, texts[index % texts.length] ?? '', places),
  );
  const start = performance.now();
  const { judged } = judgeLicences(entries, undefined);
  if (judged.length !== count) throw new Error(`${judged.length} verdicts for ${count} components`);
  return (performance.now() - start) / 1000;
}

function entryOf(index: number, expression: string, claimedBy: Entry['claimedBy']): Entry {
  const at = { file: 'package-lock.json', line: index + 1 };
  return {
    component: {
      purl: `pkg:npm/package-${index}@1.0.0`,
      type: 'npm',
      name: `package-${index}`,
      version: '1.0.0',
      pinning: { kind: 'exact' },
      scope: 'runtime',
      scopeEvidence: [],
      relation: 'unknown',
      firstParty: false,
      foundAt: [at],
      hashes: [],
      licences: [{ expression, at }],
      supplier: undefined,
      homepage: undefined,
      repository: undefined,
      download: undefined,
      description: undefined,
      source: undefined,
      dependsOn: undefined,
    },
    use: { scope: 'runtime', decidedBy: 'files', reason: 'no "dev" flag' },
    claimedBy,
    class: 'B',
    account: { kind: 'unaccounted', reason: 'no record is about it' },
  };
}
