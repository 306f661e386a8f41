import { styleText } from 'node:util';
import type { Look, Paint } from '../command.ts';
import { errorStream, isTerminal, outputStream } from '../standard-streams.ts';

/** The look of stdout or stderr: painted as its terminal allows, for NO_COLOR, pipes and dumb terminals stay plain, and as wide. */
export function lookOf(file: 1 | 2): Look {
  const stream = file === 1 ? outputStream : errorStream;
  let paint: Paint | undefined;
  return {
    paint: (style, text) => (paint ??= paintFor(stream()))(style, text),
    width: isTerminal(file) ? widthOf(stream()) : Number.POSITIVE_INFINITY,
  };
}

/** Node looks at the stream and the environment for each text; neither changes. */
function paintFor(stream: NodeJS.WriteStream): Paint {
  const isPainted = styleText('bold', 'x', { stream }) !== 'x';
  return isPainted ? (style, text) => styleText(style, text, { validateStream: false }) : plain;
}

/** Paints nothing. */
export const plain: Paint = (_, text) => text;

/** The look of a file: nothing is painted, and lines have no end. */
export const plainLook: Look = { paint: plain, width: Number.POSITIVE_INFINITY };

/** The columns of a terminal; some that are opened by programs say that they have none. */
function widthOf(stream: NodeJS.WriteStream): number {
  return stream.isTTY && stream.columns > 0 ? stream.columns : Number.POSITIVE_INFINITY;
}
