import type { Writer } from '../model/plugs/writer.ts';
import { html } from './html.ts';
import { pdf } from './pdf.ts';
import { text } from './text.ts';

/** Every look that a document can have. */
export const writers: readonly Writer[] = [html, pdf, text];
