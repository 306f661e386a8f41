import type { DiffExport } from '../../model/plugs/diff-export.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';

/** Every machine format of `diff`. */
export const diffExports: readonly DiffExport[] = [json, markdown];
