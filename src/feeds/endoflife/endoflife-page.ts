import { z } from 'zod';
import { parsePlainYaml } from '../../base/formats/yaml/plain-yaml.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { parseYaml } from '../../base/formats/yaml/yaml.ts';
import type { ProductSupport } from '../../model/anomalies/fact.ts';
import { barePackages } from './bare-packages.ts';

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

/** Reads a page of endoflife.date's repository: YAML between two lines of dashes; the answer is the reason where it cannot be used. */
export function productOfPage(path: string, bytes: Uint8Array): ProductSupport | { readonly unreadable: string } {
  const [, front] = /^---\r?\n([^]*?)\r?\n---(?:\r?\n|$)/.exec(new TextDecoder().decode(bytes)) ?? [];
  if (front === undefined) return { unreadable: 'it does not begin with data between two lines of ---' };
  const checked = checkSchema(pageSchema, valueOf(front));
  if (!checked.ok) {
    const [{ keyPath, message } = { keyPath: [], message: 'no product' }] = checked.problems;
    return { unreadable: `"${keyPath.join('.')}": ${message}` };
  }
  const { title, identifiers = [], releases } = checked.value;
  return {
    product: path.slice(path.lastIndexOf('/') + 1, -'.md'.length),
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
