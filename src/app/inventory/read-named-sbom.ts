import { decodeText } from '../../base/decode-text.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import { mergeComponents } from '../../dossier/inventory/merge-components.ts';
import { withoutPlaceholders } from '../../dossier/without-placeholders.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';
import { readerOf } from './find-reader.ts';
import type { Host } from '../host.ts';

/** The largest text that is looked into; no real SBOM comes near. */
const largestBytes = 128 * 2 ** 20;

/**
 * The inventory of a text file that somebody names and that no reader knows by its name: an SBOM is known by its content.
 * `undefined` for all other files, which may be images.
 */
export async function readNamedSbom(host: Host, path: string): Promise<Inventory | undefined> {
  if (readerOf({ path }, 'repository') !== undefined) return undefined;
  const listed = (await host.files.list()).files.find((file) => file.path === path);
  if (listed === undefined || listed.bytes > largestBytes) return undefined;
  const bytes = await host.files.read(path);
  const text = bytes === undefined ? undefined : decodeText(bytes);
  if (text === undefined) return undefined;
  const [{ readSbomDocument }, { sbomReading }] = await Promise.all([
    import('../../readers/sbom/read-sbom-document.ts'),
    import('../../readers/sbom/inventory/sbom-reading.ts'),
  ]);
  const parsed = readSbomDocument(path, text);
  const { document } = parsed;
  const reading =
    document === undefined
      ? unreadable(syntaxProblem(path, 'no reader knows it by its name, and by its content it is no SBOM'))
      : sbomReading(path, parsed);
  return {
    components: mergeComponents(reading.components.map(withoutPlaceholders)),
    files: [
      {
        path,
        reader: document && `${document.family.toLowerCase()}-${document.serialisation.replace('json-ld', 'json')}`,
        status: document === undefined ? 'not-understood' : 'read',
        reason: reading.diagnostics.find(({ rule }) => rule === 'reading/syntax')?.message,
        graph: reading.graph,
      },
    ],
    diagnostics: reading.diagnostics,
  };
}
