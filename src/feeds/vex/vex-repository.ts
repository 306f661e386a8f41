import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import type { VexFeed } from '../../model/plugs/vex-feed.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';

/** A VEX repository (specification 0.1), unpacked: its index names a document for each package. */
export const vexRepository: VexFeed = {
  name: 'vex-repository',
  title: 'VEX repository',
  entries: ['index.json'],
  listed: function* (_, answer) {
    const index = checkSchema(indexSchema, parseJsonBytes(answer));
    if (!index.ok) yield { kind: 'damaged', reason: 'it is no index with packages' };
    else
      for (const { id, location } of index.value.packages)
        yield { kind: 'document', path: location, subject: id, ...changed(index.value.updated_at) };
  },
};

const indexSchema = z.object({
  updated_at: z.string().optional(),
  packages: z.array(z.object({ id: z.string(), location: z.string() })),
});

function changed(instant: string | undefined): { readonly changed?: string } {
  return instant === undefined ? {} : { changed: instant };
}
