import { z } from 'zod';
import { text } from '../records/record.ts';

const column = text.optional();

const estimate = z.strictObject({ severity: column, p1: column, p2: column, probability: column }).default({});

/** The schema of `riskImport` in `tureen.yaml`: which column or attribute of a foreign risk file holds what. */
export const riskImportSchema = z
  .strictObject({
    sheet: column.meta({ description: 'The sheet of a workbook; the first one when nobody says' }),
    list: column.meta({ description: 'In JSON: the key under which the list of entries stands' }),
    only: z
      .strictObject({ column: text, values: z.array(text).min(1) })
      .optional()
      .meta({ description: 'Takes the rows alone whose column has one of these values' }),
    columns: z.strictObject({
      id: text,
      hazard: text,
      sequence: text,
      hazardousSituation: text,
      harm: text,
      softwareItems: column,
      before: estimate,
      after: estimate,
      control: z
        .strictObject({ id: text, text, kind: column, requirements: column, verifiedBy: column })
        .optional()
        .meta({ description: 'Controls stand in rows of their own, or line by line in one cell' }),
    }),
    words: z
      .record(text, text)
      .default({})
      .meta({ description: 'Words of the file by what they mean here, such as "Labelling": information' }),
  })
  .meta({ description: 'How `tureen import risks` reads the risk file of others: columns by their titles' });

/** Which column of a foreign risk file holds what. */
export type RiskImport = z.infer<typeof riskImportSchema>;
