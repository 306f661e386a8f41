import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { detectLicences } from '../../src/licences/detect-licences.ts';

/** Milliseconds of one core that the detection of licences in one text takes at best, on average over the labelled ones. */
export function detectLabelledTexts(runs = 3): number {
  const texts = labelledTexts();
  detectLicences(texts[0] ?? '');
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    for (const text of texts) detectLicences(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / texts.length;
  });
  return Math.min(...times);
}

/** The texts of the labelled set. */
export function labelledTexts(): readonly string[] {
  const packed = readFileSync('src/licences/fixtures/labelled-texts.json.br');
  const rows: unknown = JSON.parse(brotliDecompressSync(packed).toString('utf8'));
  if (!Array.isArray(rows)) throw new Error('the labelled texts are no list');
  return rows.flatMap((row: unknown) =>
    typeof row === 'object' && row !== null && 'text' in row && typeof row.text === 'string' ? [row.text] : [],
  );
}
