import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, tureen } from '../command-line.ts';

test('of many entries that an import of risks adds the first are named, and the rest is counted with where it lies', async () => {
  await inFolder((folder) => {
    const rows = Array.from({ length: 12 }, (_, index) => `R-${index + 1},hazard,events,situation,harm\n`);
    writeFileSync(join(folder, 'risks.csv'), `Id,Hazard,Sequence,Situation,Harm\n${rows.join('')}`);
    const columns = { id: 'Id', hazard: 'Hazard', sequence: 'Sequence', hazardousSituation: 'Situation', harm: 'Harm' };
    writeFileSync(join(folder, 'map.yaml'), JSON.stringify({ columns }));
    assert.equal(tureen(['init', '--yes', '--name', 'Padder', '--cwd', folder]).code, 0);
    const run = (...options: readonly string[]) =>
      tureen([
        'import',
        'risks',
        join(folder, 'risks.csv'),
        '-m',
        join(folder, 'map.yaml'),
        '--cwd',
        folder,
        ...options,
      ]).stdout;
    assert.match(run('--dry-run'), /^added R-10 hazard\nand 2 more added; --all shows them\n12 entries added, /m);
    assert.equal(run('--dry-run', '--all').match(/^added R-\d+ hazard$/gm)?.length, 12);
    assert.match(
      run(),
      /^and 2 more added; soup\/risks\.yaml holds them\n12 entries added, .* wrote soup\/risks\.yaml /m,
    );
  });
});
