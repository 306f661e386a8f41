import { styleText } from 'node:util';
import type { Paint } from './command.ts';

/** Paints as the terminal allows: NO_COLOR, pipes and dumb terminals stay plain. */
export const painted: Paint = (style, text) => styleText(style, text, { stream: process.stdout });

/** Paints nothing. */
export const plain: Paint = (_, text) => text;
