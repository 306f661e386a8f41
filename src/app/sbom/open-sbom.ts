import { decodeText } from '../../base/decode-text.ts';
import { UsageError } from '../../base/errors.ts';
import { quote } from '../../base/quote.ts';
import { syntaxProblem } from '../../base/reading.ts';
import type { ParsedSbom } from '../../model/inventory/sbom-document.ts';
import { unknownSpec } from '../../readers/sbom/inventory/known-specs.ts';
import { readSbomDocument } from '../../readers/sbom/read-sbom-document.ts';
import { unknownVersion } from '../../readers/sbom/inventory/sbom-notes.ts';
import type { Host } from '../host.ts';

/** An SBOM of anybody, as it was read. */
export type OpenedSbom = ParsedSbom & { readonly text: string };

/** The largest SBOM that is read; that of a whole Linux distribution has a tenth of it. */
const largestBytes = 256 * 2 ** 20;

/** Opens an SBOM of anybody, wherever it lies. Throws `UsageError` for what is no file of text. */
export async function openSbom(host: Host, file: string): Promise<OpenedSbom> {
  const { files } = await host.openFile(file);
  const [first] = (await files.list()).files;
  if (first !== undefined && first.bytes > largestBytes)
    throw new UsageError(
      `${quote(file)} has ${Math.ceil(first.bytes / 2 ** 20)} MiB, more than the ${largestBytes / 2 ** 20} MiB that are read`,
      'Split the SBOM.',
    );
  const bytes = first && (await files.read(first.path));
  const text = bytes && decodeText(bytes);
  if (text === undefined) throw new UsageError(`${quote(file)} is no file of UTF-8 text`, 'Name one SBOM.');
  const { document, diagnostics: told } = readWhole(file, text);
  const diagnostics = told.map((one) => (one.rule === 'reading/syntax' ? { ...one, help: noSbom } : one));
  const isUnknown = document !== undefined && unknownSpec(document);
  return { text, document, diagnostics: [...(isUnknown ? [unknownVersion(file, document)] : []), ...diagnostics] };
}

const noSbom =
  'Name an SBOM in CycloneDX or SPDX, or let the tool that made this one write it anew; nothing of it was read.';

/** Reads a text unless its nesting overflows the reader. */
function readWhole(file: string, text: string): ParsedSbom {
  try {
    return readSbomDocument(file, text);
  } catch (error) {
    if (!(error instanceof RangeError) || !error.message.includes('call stack')) throw error;
    return {
      document: undefined,
      diagnostics: [syntaxProblem(file, 'it is nested more deeply than any real file')],
    };
  }
}
