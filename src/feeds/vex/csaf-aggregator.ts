import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import type { VexFeed } from '../../model/plugs/vex-feed.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';

/** An aggregator of CSAF 2.0 (7.1.21): it lists providers, and the mirrors that it keeps of some. */
export const csafAggregator: VexFeed = {
  name: 'csaf-aggregator',
  title: 'CSAF aggregator',
  entries: ['.well-known/csaf-aggregator/aggregator.json', 'aggregator.json'],
  listed: function* (_, answer) {
    const aggregator = checkSchema(aggregatorSchema, parseJsonBytes(answer));
    if (!aggregator.ok) {
      yield { kind: 'damaged', reason: 'it is no list of an aggregator' };
      return;
    }
    const { csaf_providers: providers, csaf_publishers: publishers = [] } = aggregator.value;
    for (const { metadata, mirrors = [] } of [...providers, ...publishers])
      for (const address of mirrors.length > 0 ? mirrors : [metadata.url])
        yield { kind: 'source', address, name: metadata.publisher?.name };
  },
};

const listed = z.object({
  metadata: z.object({ url: z.string(), publisher: z.object({ name: z.string() }).optional() }),
  mirrors: z.array(z.string()).optional(),
});

const aggregatorSchema = z.object({ csaf_providers: z.array(listed), csaf_publishers: z.array(listed).optional() });
