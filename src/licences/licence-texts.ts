import { brotliDecompressSync } from 'node:zlib';
import { packedLicenceTexts } from './generated/licence-texts.ts';

let unpacked: ReadonlyMap<string, string> | undefined;

/** The texts of the SPDX licence list by identifier, unpacked when first asked for. */
export function licenceTexts(): ReadonlyMap<string, string> {
  unpacked ??= unpack();
  return unpacked;
}

function unpack(): ReadonlyMap<string, string> {
  const json = brotliDecompressSync(Buffer.from(packedLicenceTexts, 'base64')).toString('utf8');
  const texts: unknown = JSON.parse(json);
  if (typeof texts !== 'object' || texts === null) throw new Error('the packed licence texts are no object');
  return new Map(Object.entries(texts).map(([id, text]) => [id, String(text)]));
}
