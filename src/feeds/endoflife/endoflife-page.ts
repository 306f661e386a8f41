import { z } from 'zod';
import { parsePlainYaml } from '../../base/formats/yaml/plain-yaml.ts';
import { parseYaml } from '../../base/formats/yaml/yaml.ts';
import type { ProductSupport } from '../../model/anomalies/fact.ts';
import { barePackages } from './bare-packages.ts';
import { readFlawed, type ReadPart } from '../read-flawed.ts';

/** Dates and truth values are text here, as their author typed them. */
const pageSchema = z.object({
  title: z.string(),
  identifiers: z.array(z.object({ purl: z.string().optional() })).optional(),
  releases: z.array(
    z.object({
      releaseCycle: z.string().min(1),
      eol: z.union([z.literal('true'), z.literal('false'), z.iso.date()]),
      latest: z.string().optional(),
    }),
  ),
});

/** Reads a page of endoflife.date's repository: YAML between two lines of dashes. */
export function productOfPage(path: string, bytes: Uint8Array): ReadPart<ProductSupport> {
  const [, front] = /^---\r?\n([^]*?)\r?\n---(?:\r?\n|$)/.exec(new TextDecoder().decode(bytes)) ?? [];
  if (front === undefined) return { value: undefined, flaw: 'it does not begin with data between two lines of ---' };
  const read = readFlawed(pageSchema, valueOf(front));
  const product = path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
  return { ...read, value: read.value && supportOf(product, read.value) };
}

function supportOf(product: string, { title, identifiers = [], releases }: z.infer<typeof pageSchema>): ProductSupport {
  return {
    product,
    title,
    packages: barePackages(identifiers.flatMap(({ purl }) => purl ?? [])),
    cycles: releases.map(({ releaseCycle, eol, latest }) => ({
      cycle: releaseCycle,
      endOfLife: eol === 'true' || (eol !== 'false' && eol),
      latest,
    })),
  };
}

/** Nearly all pages are of the plain kind, which is read many times faster. */
function valueOf(front: string): unknown {
  const plain = parsePlainYaml(front);
  if (!('message' in plain)) return plain[0]?.value;
  return parseYaml(front, 'text').value;
}
