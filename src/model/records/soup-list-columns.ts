import { z } from 'zod';
import { text } from './record.ts';

const column = text.optional();

/** The schema of a mapping for `tureen import soup-list`: which column of a SOUP list that people kept holds what. */
export const soupListColumnsSchema = z
  .strictObject({
    sheet: column.meta({
      description: 'The sheet of a workbook; the one with the most known columns when nobody says',
    }),
    columns: z.strictObject({
      title: column,
      version: column,
      manufacturer: column,
      purl: column,
      ecosystem: column.meta({ description: 'Package manager or language, where names alone are not enough' }),
      purpose: column,
      requirements: column,
      system: column,
      licence: column,
      class: column,
      risk: column,
      reviewed: column.meta({ description: 'The day on which somebody looked for anomalies' }),
      anomalies: column,
      url: column,
      support: column,
      owner: column,
      notes: column,
    }),
  })
  .meta({ description: 'How `tureen import soup-list` reads the SOUP list of others: columns by their titles' });

/** Titles of columns by what they hold. */
export type SoupListColumns = z.infer<typeof soupListColumnsSchema>['columns'];
/** What a column of a SOUP list can hold. */
export type SoupListField = keyof SoupListColumns;

/** Everything that a column of a SOUP list can hold, in the order in which it is told. */
export const soupListFields = Object.keys(soupListColumnsSchema.shape.columns.shape) as readonly SoupListField[];
