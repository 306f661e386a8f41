import { brotliDecompressSync } from 'node:zlib';
import { packedExceptionTexts } from './generated/exception-texts.ts';
import { packedLicenceTexts } from './generated/licence-texts.ts';

let licences: ReadonlyMap<string, string> | undefined;
let exceptions: ReadonlyMap<string, string> | undefined;

/** The texts of the SPDX licence list by identifier, unpacked when first asked for. */
export function licenceTexts(): ReadonlyMap<string, string> {
  licences ??= unpack(packedLicenceTexts);
  return licences;
}

/** The texts of the exceptions of the SPDX licence list by identifier, unpacked when first asked for. */
export function exceptionTexts(): ReadonlyMap<string, string> {
  exceptions ??= unpack(packedExceptionTexts);
  return exceptions;
}

function unpack(packed: string): ReadonlyMap<string, string> {
  const json = brotliDecompressSync(Buffer.from(packed, 'base64')).toString('utf8');
  const texts: unknown = JSON.parse(json);
  if (typeof texts !== 'object' || texts === null) throw new Error('the packed licence texts are no object');
  return new Map(Object.entries(texts).map(([id, text]) => [id, String(text)]));
}
