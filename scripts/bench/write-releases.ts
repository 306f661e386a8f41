import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes further releases beside the one of a folder that the command line has frozen: each has 150 components that
 * no other has, as versions move on, and the rest in common.
 */
export function writeReleases(folder: string, first: string, count: number): void {
  const from = join(folder, 'soup', 'releases', first);
  const record = readFileSync(join(from, 'release.yaml'), 'utf8');
  const lines = readFileSync(join(from, 'inventory.json'), 'utf8').split('\n');
  const sbom = readFileSync(join(from, 'sbom.cdx.json'));
  for (let number = 1; number <= count; number++) {
    const version = `1.${number}.0`;
    const to = join(folder, 'soup', 'releases', version);
    const inventory = lines.map((line, at) => (at % 20 === number % 20 ? moved(line, number) : line)).join('\n');
    mkdirSync(to, { recursive: true });
    writeFileSync(join(to, 'inventory.json'), inventory);
    writeFileSync(join(to, 'sbom.cdx.json'), sbom);
    const hash = createHash('sha256').update(inventory).digest('hex');
    const text = record
      .replace(/^version: .*$/m, `version: ${version}`)
      .replace(/(file: inventory\.json\n\s+sha256: ).*/, `$1${hash}`);
    writeFileSync(join(to, 'release.yaml'), text);
  }
}

/** The line of a component at a version that no other release has. */
function moved(line: string, number: number): string {
  const version = /"version":"([^"]+)"/.exec(line)?.[1];
  return version === undefined ? line : line.replaceAll(version, `${version}-release.${number}`);
}
