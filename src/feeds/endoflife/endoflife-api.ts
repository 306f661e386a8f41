import { z } from 'zod';
import type { ProductSupport } from '../../model/anomalies/fact.ts';
import { barePackages } from './bare-packages.ts';
import { readFlawed, type ReadPart } from '../read-flawed.ts';

/** The answer of endoflife.date's API, version 1, at `/products/full`, as far as it is used. */
export const apiSchema = z.object({
  schema_version: z.string().optional(),
  generated_at: z.string().optional(),
  result: z.array(z.unknown()).min(1),
});

const productSchema = z.object({
  name: z.string().min(1),
  label: z.string(),
  identifiers: z.array(z.object({ type: z.string(), id: z.string() })).optional(),
  releases: z.array(
    z.object({
      name: z.string().min(1),
      isEol: z.boolean(),
      eolFrom: z.iso.date().nullish(),
      latest: z.object({ name: z.string() }).nullish(),
    }),
  ),
});

/** Reads one product of the API. */
export function productOfApi(value: unknown): ReadPart<ProductSupport> {
  const read = readFlawed(productSchema, value);
  return { ...read, value: read.value && supportOf(read.value) };
}

function supportOf({ name, label, identifiers = [], releases }: z.infer<typeof productSchema>): ProductSupport {
  return {
    product: name,
    title: label,
    packages: barePackages(identifiers.flatMap(({ type, id }) => (type === 'purl' ? [id] : []))),
    cycles: releases.map((release) => ({
      cycle: release.name,
      endOfLife: release.eolFrom ?? release.isEol,
      latest: release.latest?.name,
    })),
  };
}
