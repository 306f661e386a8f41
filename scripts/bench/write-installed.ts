import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelledTexts } from './detect-texts.ts';
import { examplePackages } from './example-packages.ts';
import { writeLock } from './write-locks.ts';

/** Writes a device of so many npm packages that are installed, each with a licence file of its own. */
export function writeInstalled(folder: string, count: number): void {
  writeLock(folder, 'npm', count);
  const texts = labelledTexts().filter((text) => text.length < 20_000);
  for (const [index, { name, version, license }] of examplePackages(count).entries()) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version, license }));
    writeFileSync(join(place, 'LICENSE'), `Copyright (c) 2020 Author ${index}\n\n${texts[index % texts.length]}`);
  }
  writeFileSync(
    join(folder, 'tureen.yaml'),
    `device: { name: Installed, manufacturer: Example }
softwareItems:
  - { id: app, name: App, class: B, distribution: container, sources: [package-lock.json] }
`,
  );
}
