import { z } from 'zod';
import { text, tokenVariable } from '../records/record.ts';

/** A database of vulnerabilities to fetch, beside the advisories by ecosystem. */
export const databaseSource = z.strictObject({
  feed: z.enum(['cve-list', 'nvd', 'ghsa']).meta({
    description: 'The CVE List with the words of CISA, the NVD, or the advisories that GitHub reviews',
  }),
  from: text.meta({
    description:
      'The folder or address that holds the database, one file of it, or the address of its interface: of the NVD one that ends in /cves/2.0, of GitHub one that ends in /advisories',
  }),
  tokenFrom: tokenVariable.optional().meta({
    description:
      'The environment variable that holds a key for the interface; TUREEN_TOKEN_NVD or TUREEN_TOKEN_GHSA where none is named',
  }),
});

/** The name of a feed of a whole database. */
export type DatabaseName = z.infer<typeof databaseSource>['feed'];
