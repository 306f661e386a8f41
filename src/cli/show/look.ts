import { styleText } from 'node:util';
import type { Look, Paint } from '../command.ts';

/** The look of a stream: painted as its terminal allows, for NO_COLOR, pipes and dumb terminals stay plain, and as wide. */
export function lookOf(stream: NodeJS.WriteStream): Look {
  return { paint: (style, text) => styleText(style, text, { stream }), width: widthOf(stream) };
}

/** Paints nothing. */
export const plain: Paint = (_, text) => text;

/** The look of a file: nothing is painted, and lines have no end. */
export const plainLook: Look = { paint: plain, width: Number.POSITIVE_INFINITY };

/** The columns of a terminal; some that are opened by programs say that they have none. */
function widthOf(stream: NodeJS.WriteStream): number {
  return stream.isTTY && stream.columns > 0 ? stream.columns : Number.POSITIVE_INFINITY;
}
