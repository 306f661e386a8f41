import { z } from 'zod';

const productSchema = z.object({
  name: z.string().optional(),
  product_id: z.string(),
  product_identification_helper: z
    .object({ purl: z.string().optional(), purls: z.array(z.string()).optional(), cpe: z.string().optional() })
    .optional(),
});

const branchSchema = z.object({
  category: z.string(),
  name: z.string(),
  product: productSchema.optional(),
  get branches() {
    return z.array(branchSchema).optional();
  },
});

/** What VEX of CSAF 2.0 is read from, whatever its profile; each vulnerability is checked on its own. */
export const csafSchema = z.object({
  document: z.object({
    publisher: z.object({ name: z.string() }),
    distribution: z.object({ tlp: z.object({ label: z.string() }).optional() }).optional(),
    tracking: z.object({ id: z.string(), current_release_date: z.string().optional(), version: z.string().optional() }),
  }),
  product_tree: z
    .object({
      branches: z.array(branchSchema).optional(),
      full_product_names: z.array(productSchema).optional(),
      relationships: z
        .array(
          z.object({
            full_product_name: productSchema,
            product_reference: z.string(),
            relates_to_product_reference: z.string(),
          }),
        )
        .optional(),
      product_groups: z.array(z.object({ group_id: z.string(), product_ids: z.array(z.string()) })).optional(),
    })
    .optional(),
  vulnerabilities: z.array(z.unknown()).optional(),
});

const about = { product_ids: z.array(z.string()).optional(), group_ids: z.array(z.string()).optional() };

/** A vulnerability with the statuses of products. */
export const csafVulnerabilitySchema = z.object({
  cve: z.string().optional(),
  ids: z.array(z.object({ text: z.string() })).optional(),
  title: z.string().optional(),
  product_status: z.record(z.string(), z.array(z.string())).optional(),
  flags: z.array(z.object({ label: z.string(), date: z.string().optional(), ...about })).optional(),
  threats: z
    .array(z.object({ category: z.string(), details: z.string(), date: z.string().optional(), ...about }))
    .optional(),
  remediations: z
    .array(z.object({ category: z.string(), details: z.string(), date: z.string().optional(), ...about }))
    .optional(),
  notes: z.array(z.object({ category: z.string(), title: z.string().optional(), text: z.string() })).optional(),
});

/** A product as a document names it. */
export type CsafProduct = z.infer<typeof productSchema>;
/** A part of the tree of vendors, products and versions. */
export type CsafBranch = z.infer<typeof branchSchema>;
/** A document of CSAF. */
export type CsafDocument = z.infer<typeof csafSchema>;
/** A vulnerability, as a document lists it. */
export type CsafVulnerability = z.infer<typeof csafVulnerabilitySchema>;
/** What names products, by themselves or by groups. */
export type CsafAbout = { readonly product_ids?: string[] | undefined; readonly group_ids?: string[] | undefined };
