import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipEntries } from '../../src/base/archives/zip-entries.ts';

/** Changes 1,000 records of a mirror that `write-advisories.ts` wrote, as if on one day, beside its archives. */
const [folder = '', day = ''] = process.argv.slice(2);
for (const ecosystem of ['npm', 'PyPI', 'crates.io', 'RubyGems']) {
  const lines: string[] = [];
  for (const [index, { path, open }] of zipEntries(readFileSync(join(folder, ecosystem, 'all.zip'))).entries()) {
    if (index % 200 !== 0) continue;
    const record: unknown = JSON.parse(Buffer.from(open()).toString());
    const modified = `2026-10-${day}T03:04:05Z`;
    writeFileSync(join(folder, ecosystem, path), JSON.stringify(Object.assign({}, record, { modified })));
    lines.push(`${modified},${path.replace(/\.json$/, '')}\n`);
  }
  writeFileSync(join(folder, ecosystem, 'modified_id.csv'), lines.join(''));
}
