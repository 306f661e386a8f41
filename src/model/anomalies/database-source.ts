import { z } from 'zod';
import { text } from '../records/record.ts';

/** A database of vulnerabilities to fetch whole, beside the advisories by ecosystem. */
export const databaseSource = z.strictObject({
  feed: z.enum(['cve-list', 'nvd', 'ghsa']).meta({
    description: 'The CVE List with the words of CISA, the NVD, or the advisories that GitHub reviews',
  }),
  from: text.meta({ description: 'The folder or address that holds the database, or one file of it' }),
});

/** The name of a feed of a whole database. */
export type DatabaseName = z.infer<typeof databaseSource>['feed'];
