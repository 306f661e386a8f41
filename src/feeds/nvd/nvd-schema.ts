import { z } from 'zod';
import { shortText } from '../bounded.ts';
import { cveId } from '../cve/cve-id.ts';

const match = z.object({
  vulnerable: z.boolean(),
  criteria: shortText,
  versionStartIncluding: shortText.optional(),
  versionStartExcluding: shortText.optional(),
  versionEndIncluding: shortText.optional(),
  versionEndExcluding: shortText.optional(),
});

const operator = z.enum(['AND', 'OR']);

const node = z.object({ operator, negate: z.boolean().optional(), cpeMatch: z.array(match) });

const configuration = z.object({
  operator: operator.nullish(),
  negate: z.boolean().nullish(),
  nodes: z.array(node),
});

const metrics = z.array(z.object({ source: z.string().optional(), cvssData: z.object({ vectorString: shortText }) }));

const vulnerability = z.object({
  id: cveId.optional(),
  vulnStatus: z.string().optional(),
  lastModified: z.string().optional(),
  descriptions: z.array(z.object({ lang: z.string(), value: z.string() })).optional(),
  metrics: z
    .object({
      cvssMetricV2: metrics.optional(),
      cvssMetricV30: metrics.optional(),
      cvssMetricV31: metrics.optional(),
      cvssMetricV40: metrics.optional(),
    })
    .optional(),
  weaknesses: z.array(z.object({ description: z.array(z.object({ value: z.string() })) })).optional(),
  configurations: z.array(configuration).optional(),
  cisaExploitAdd: z.iso.date().optional(),
  cisaActionDue: z.iso.date().optional(),
});

/** One vulnerability as the NVD writes it (API and feeds 2.0); corrections by others keep the id beside it. */
export const nvdSchema = z.object({
  cve: vulnerability,
  _annotation: z
    .object({
      cve_id: cveId,
      description: z.string().optional(),
      modified: z.string().optional(),
    })
    .optional(),
});

/** The names of CPE in a configuration that is otherwise not what it should be. */
export const criteriaSchema = z.object({
  nodes: z
    .array(
      z
        .object({ cpeMatch: z.array(z.object({ criteria: z.string() }).catch({ criteria: '' })) })
        .catch({ cpeMatch: [] }),
    )
    .catch([]),
});

/** A page of the API, or a feed as a whole. */
export const nvdPageSchema = z.object({
  format: z.literal('NVD_CVE'),
  resultsPerPage: z.number(),
  startIndex: z.number(),
  totalResults: z.number(),
  vulnerabilities: z.array(z.unknown()),
});

/** One vulnerability of the NVD as far as it is used. */
export type NvdDocument = z.infer<typeof nvdSchema>;
/** What has to come together for a defect to be there. */
export type NvdConfiguration = z.infer<typeof configuration>;
