import { fieldAsJson } from '../../exports/field/json.ts';
import { fieldAsMarkdown } from '../../exports/field/markdown.ts';
import type { Watched } from './watch.ts';

/** Writes what was found in the field for a machine, or for a page that a machine shows. */
export function describeField({ field, ...around }: Watched, format: 'json' | 'markdown'): string {
  return format === 'json' ? fieldAsJson(field, around) : fieldAsMarkdown(field, around);
}
