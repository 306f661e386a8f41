import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealedLock } from '../../src/rules/examples/sealed-lock.ts';
import { examplePackages, type ExamplePackage } from './example-packages.ts';
import { writeLock } from './write-locks.ts';

/** How large a device is that is written to be checked. */
export type DeviceSize = { readonly components: number; readonly records: number; readonly findings: number };

const example = 'examples/dermatology';

/**
 * Writes a large device: an npm lock, records with the texts of the example's, each under other ids and about another
 * package, findings, and a verdict on every second one.
 */
export function writeDevice(folder: string, { components, records, findings }: DeviceSize): void {
  writeLock(folder, 'npm', components);
  const packages = examplePackages(components);
  for (const part of ['items', 'verdicts']) mkdirSync(join(folder, 'soup', part), { recursive: true });
  const device = readFileSync(join(example, 'tureen.yaml'), 'utf8').replace(
    '- viewer/package-lock.json',
    '- package-lock.json',
  );
  writeFileSync(join(folder, 'tureen.yaml'), device);
  for (const file of ['risks.yaml', 'licences.yaml', 'verification.yaml'])
    writeFileSync(join(folder, 'soup', file), readFileSync(join(example, 'soup', file)));
  const texts = readdirSync(join(example, 'soup', 'items')).map((file) =>
    readFileSync(join(example, 'soup', 'items', file), 'utf8'),
  );
  for (const [index, { name, version }] of packages.slice(0, records).entries())
    writeFileSync(
      join(folder, 'soup', 'items', `item-${index}.yaml`),
      recordOf(texts[index % texts.length] ?? '', index, purlOf(name), version),
    );
  const found = Array.from({ length: findings }, (_, index) => findingOf(packages, index));
  const evaluation = sealedLock({ components, findings: found.map(({ finding }) => finding) });
  for (const [file, text] of Object.entries(evaluation)) writeFileSync(join(folder, file), text);
  const judged = Map.groupBy(
    found.filter((_, index) => index % 2 === 0),
    ({ soup }) => soup,
  );
  for (const [index, ofItem] of [...judged.values()].entries())
    writeFileSync(
      join(folder, 'soup', 'verdicts', `item-${index}.yaml`),
      `verdicts:\n${ofItem.map(verdictOf).join('')}`,
    );
}

function recordOf(text: string, index: number, soup: string, version: string): string {
  return text
    .replace(/^soup: .*$/m, `soup: ${soup}`)
    .replace(/\b(REQ|FM|CTL)-([A-Z0-9]+)/g, `$1-$2-${index}`)
    .replace(/^( {2}- version: ).*$/m, `$1'${version}'`);
}

function findingOf(packages: readonly ExamplePackage[], index: number) {
  const { name = '', version = '' } = packages[(index % 60) * 7] ?? {};
  const id = `CVE-2025-${10_000 + index}`;
  const finding = {
    component: `${purlOf(name)}@${version}`,
    id,
    aliases: [`GHSA-aaaa-bbbb-${String(index).padStart(4, '0')}`],
    result: 'affected',
    why: `${version} lies in >=0 <99.0.0 of GHSA-aaaa-bbbb-${String(index).padStart(4, '0')}`,
    records: [{ id, modified: '2026-10-01T00:00:00Z', hash: `sha256:${index.toString(16).padStart(8, '0')}` }],
    kind: 'vulnerability',
    summary: `A crafted input number ${index} makes the parser run without end`,
    severities: [
      {
        kind: 'CVSS_V3',
        value: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
        score: 7.5,
        rating: 'high',
        used: true,
      },
    ],
    fixed: ['99.0.0'],
  } as const;
  return { soup: purlOf(name), finding };
}

function verdictOf({ soup, finding: { id, component, records } }: ReturnType<typeof findingOf>): string {
  return `  - judged:
      - anomaly: ${id}
        package: ${soup}
        versions:
          - ${component.slice(soup.length + 1)}
        scope: runtime
        records:
          ${id}: ${records[0].hash}
    status: not_affected
    justification: vulnerable_code_not_in_execute_path
    reason: The parser is never given input from outside
    by: ademir
    on: 2026-11-24
`;
}

function purlOf(name: string): string {
  return `pkg:npm/${name.replace('@', '%40')}`;
}
