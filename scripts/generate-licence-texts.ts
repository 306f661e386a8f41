import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const package_ = new URL('../node_modules/spdx-license-list/', import.meta.url);
const moduleFile = new URL('../src/licences/generated/licence-texts.ts', import.meta.url);

/** Identifiers that the SPDX list keeps only for old documents; the same texts stand there under newer ones. */
const deprecated =
  /^(?:(?:A?GPL|LGPL|GFDL)-[\d.]+(?:\+|-with-.*)?|eCos-2\.0|Nunit|StandardML-NJ|wxWindows|bzip2-1\.0\.5|Net-SNMP|BSD-2-Clause-(?:Free|Net)BSD)$/;

if (import.meta.main) writeFileSync(moduleFile, licenceTextsModule(readLicenceTexts()));

/** Texts of the SPDX licence list by identifier, as the npm package `spdx-license-list` holds them, sorted. */
export function readLicenceTexts(): Readonly<Record<string, string>> {
  const names = readdirSync(new URL('licenses/', package_)).toSorted();
  return Object.fromEntries(
    names
      .map((name) => name.replace(/\.json$/, ''))
      .filter((id) => !deprecated.test(id))
      .map((id) => [id, textOf(id)]),
  );
}

function textOf(id: string): string {
  const file = new URL(`licenses/${encodeURIComponent(id)}.json`, package_);
  return String(JSON.parse(readFileSync(file, 'utf8')).licenseText)
    .replace(/\r\n?/g, '\n')
    .trim();
}

/** The text of `src/licences/generated/licence-texts.ts`. */
export function licenceTextsModule(texts: Readonly<Record<string, string>>): string {
  const json = Buffer.from(JSON.stringify(texts));
  const packed = brotliCompressSync(json, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
    },
  });
  const { version } = JSON.parse(readFileSync(new URL('package.json', package_), 'utf8'));
  return `// Written by scripts/generate-licence-texts.ts from spdx-license-list ${version} (CC0-1.0).

/** The texts of the SPDX licence list by identifier: JSON, packed by Brotli, in base64. */
export const packedLicenceTexts =
  '${packed.toString('base64')}';
`;
}
