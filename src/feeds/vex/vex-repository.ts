import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import type { VexFeed, VexListing } from '../../model/plugs/vex-feed.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';

/** A VEX repository (specification 0.1): unpacked, its index names a document for each package; its manifest names archives. */
export const vexRepository: VexFeed = {
  name: 'vex-repository',
  title: 'VEX repository',
  entries: ['index.json', '.well-known/vex-repository.json', 'vex-repository.json'],
  listed: function* (path, answer) {
    if (path.endsWith('vex-repository.json')) {
      yield* archivesIn(answer);
      return;
    }
    const index = checkSchema(indexSchema, parseJsonBytes(answer));
    if (!index.ok) yield { kind: 'damaged', reason: 'it is no index with packages' };
    else
      for (const { id, location } of index.value.packages)
        yield { kind: 'document', path: location, subject: id, ...changed(index.value.updated_at) };
  },
};

function* archivesIn(answer: Uint8Array): Iterable<VexListing> {
  const manifest = checkSchema(manifestSchema, parseJsonBytes(answer));
  if (!manifest.ok) yield { kind: 'damaged', reason: 'it is no manifest of a VEX repository' };
  else
    for (const { url } of manifest.value.versions.flatMap(({ locations }) => locations))
      yield { kind: 'elsewhere', address: url };
}

const manifestSchema = z.object({
  versions: z.array(z.object({ locations: z.array(z.object({ url: z.string() })) })).min(1),
});

const indexSchema = z.object({
  updated_at: z.string().optional(),
  packages: z.array(z.object({ id: z.string(), location: z.string() })),
});

function changed(instant: string | undefined): { readonly changed?: string } {
  return instant === undefined ? {} : { changed: instant };
}
