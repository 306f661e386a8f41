import { UsageError } from '../../base/errors.ts';
import { quote } from '../../base/quote.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SbomDocument } from '../../model/inventory/sbom-document.ts';
import type { Host } from '../host.ts';
import { openSbom } from './open-sbom.ts';
import { rewriteSbom } from './rewrite-sbom.ts';

/** What an SBOM becomes, and what a person must know about it; no text when the file cannot be read. */
export type Conversion = {
  readonly text: string | undefined;
  /** The format that it has, and keeps. */
  readonly format: ConversionFormat | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What does not hold any longer, or could not be carried. */
  readonly notes: readonly string[];
};

/** One of them. */
export type ConversionFormat = (typeof conversionFormats)[number];

/** How an SBOM is to be written; what nobody says stays as it is. */
export type ConversionOrder = {
  readonly file: string;
  readonly format: string | undefined;
  readonly spec: string | undefined;
};

/** The formats that an SBOM is converted within, by their names in `--format`. */
export const conversionFormats = [
  'cyclonedx-json',
  'cyclonedx-xml',
  'spdx-json',
  'spdx-tag-value',
  'spdx-yaml',
  'spdx-rdf',
  'spdx3-json',
] as const;

/**
 * Converts an SBOM to another version of its own format; what nobody knows in it is kept. Throws `UsageError` for a
 * file that is not there, another format, and an older version, which could not hold what the newer one does.
 */
export async function convertSbom(host: Host, { file, format, spec }: ConversionOrder): Promise<Conversion> {
  const { text, document, diagnostics } = await openSbom(host, file);
  if (document === undefined) return { text: undefined, format: undefined, diagnostics, notes: [] };
  const own =
    document.serialisation === 'json-ld' ? 'spdx3-json' : `${document.family.toLowerCase()}-${document.serialisation}`;
  if (format !== undefined && format !== own)
    throw new UsageError(
      `${quote(file)} is ${own}, which is not converted to ${format}`,
      'An SBOM is converted to other versions of its own format; scan the folder that holds it to write another format.',
    );
  const version = spec ?? document.specVersion;
  refuseOlder(document, version);
  const written = rewriteSbom(text, document, version);
  if (written === undefined)
    throw new UsageError(
      `${quote(file)} is ${own} ${document.specVersion}, of which no other version is written`,
      `Convert one of ${conversionFormats.join(', ')}.`,
    );
  const isSigned = written !== text && /"signature"\s*:|<(?:\w+:)?Signature[\s>]/.test(text);
  const notes = isSigned ? ['the file is signed; its signature does not hold for what was written'] : [];
  return { text: written, format: conversionFormats.find((one) => one === own), diagnostics, notes };
}

function refuseOlder({ family, specVersion }: SbomDocument, wanted: string): void {
  const known = family === 'CycloneDX' ? /^1\.[0-7]$/ : /^2\.[1-3]$/;
  if (wanted === specVersion) return;
  if (!known.test(wanted))
    throw new UsageError(
      `${family} is not written in version ${quote(wanted)}`,
      'Take 1.0 to 1.7 for CycloneDX, 2.1 to 2.3 for SPDX.',
    );
  if (Number(wanted.slice(2)) < Number(specVersion.slice(2)))
    throw new UsageError(
      `${family} ${wanted} is older than ${specVersion}, and may not hold all that the file does`,
      `Take a version from ${specVersion} on.`,
    );
}
