import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const moduleFile = new URL('../src/licences/generated/exception-texts.ts', import.meta.url);

if (import.meta.main) {
  const [, , crate] = process.argv;
  if (crate === undefined) throw new Error('name the folder of the Rust crate spdx, as cargo unpacks it');
  writeFileSync(moduleFile, exceptionTextsModule(readExceptionTexts(crate), versionOf(crate)));
}

/** Texts of the SPDX exceptions by identifier, as the Rust crate `spdx` holds them: one file each, a raw string in it. */
function readExceptionTexts(crate: string): Readonly<Record<string, string>> {
  const folder = `${crate}/src/text/exceptions`;
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((id) => [id, rawString(readFileSync(`${folder}/${id}`, 'utf8'))]),
  );
}

function rawString(source: string): string {
  const [, text] = /^r#"([^]*)"#\s*$/.exec(source) ?? [];
  if (text === undefined) throw new Error(`no raw string: ${source.slice(0, 40)}`);
  return text.replace(/\r\n?/g, '\n').trim();
}

function versionOf(crate: string): string {
  return /^version = "([^"]+)"/m.exec(readFileSync(`${crate}/Cargo.toml`, 'utf8'))?.[1] ?? '';
}

/** The text of `src/licences/generated/exception-texts.ts`. */
function exceptionTextsModule(texts: Readonly<Record<string, string>>, version: string): string {
  const json = Buffer.from(JSON.stringify(texts));
  const packed = brotliCompressSync(json, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: json.length } });
  return `// Written by scripts/generate-exception-texts.ts from the texts of the SPDX list (CC0-1.0) in the Rust crate spdx ${version}.

/** The texts of the exceptions of the SPDX licence list by identifier: JSON, packed by Brotli, in base64. */
export const packedExceptionTexts =
  '${packed.toString('base64')}';
`;
}
