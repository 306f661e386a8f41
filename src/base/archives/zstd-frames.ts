/**
 * The pieces of a stream of Zstandard frames (RFC 8878, 3.1), cut where a frame ends, and what is no frame as it comes; after
 * each end it is told how many there were.
 */
export async function* zstdFrames(
  packed: AsyncIterable<Uint8Array>,
  ended: (frames: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const endIn = frameWalk();
  let frames = 0;
  for await (const piece of packed) {
    let from = 0;
    for (let end = endIn(piece, from); end !== undefined; end = endIn(piece, from)) {
      yield piece.subarray(from, end);
      from = end;
      ended(++frames);
    }
    if (from < piece.length) yield piece.subarray(from);
  }
}

/** What is read next: the start of a frame, the head of one of its blocks, its end; or nothing, for it is no frame. */
type Step = 'frame' | 'block' | 'end' | 'lost';

/** Walks over frames; answers where in a piece, from an offset on, the first of them ends. */
function frameWalk(): (piece: Uint8Array, from: number) => number | undefined {
  let step: Step = 'frame';
  let left = 0;
  let checksum = 0;
  let head: number[] = [];
  const next = (after: Step, skipped: number) => {
    [step, left, head] = [after, skipped, []];
  };
  const read = () => {
    if (step === 'frame' && head.length === 5) {
      const start = numberOf(head.slice(0, 4));
      if (start === magic) {
        const [, , , , descriptor = 0] = head;
        checksum = (descriptor & 4) === 0 ? 0 : 4;
        next('block', headerLength(descriptor));
      } else if (start >>> 4 !== skippable) next('lost', Infinity);
    } else if (step === 'frame' && head.length === 8) next('end', numberOf(head.slice(4)));
    else if (step === 'block' && head.length === 3) {
      const block = numberOf(head);
      const bytes = ((block >> 1) & 3) === repeated ? 1 : block >> 3;
      next((block & 1) === 1 ? 'end' : 'block', (block & 1) === 1 ? bytes + checksum : bytes);
    }
  };
  return (piece, from) => {
    let at = from;
    for (;;) {
      if (step === 'end' && left === 0) {
        next('frame', 0);
        return at;
      }
      if (at === piece.length) return undefined;
      if (left === 0) {
        head.push(piece[at++] ?? 0);
        read();
      } else {
        const skipped = Math.min(left, piece.length - at);
        at += skipped;
        left -= skipped;
      }
    }
  };
}

const magic = 0xfd2fb528;
/** The start of a frame that holds no content, without its last four bits. */
const skippable = 0x0184d2a5;
/** The kind of a block that holds one byte for many. */
const repeated = 1;

/** The bytes of a frame's header behind its descriptor: the window, the dictionary and the size of the content. */
function headerLength(descriptor: number): number {
  const isSingle = (descriptor & 0x20) !== 0;
  const size = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  return (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0) + size;
}

/** The number that bytes are, the lowest first. */
function numberOf(bytes: readonly number[]): number {
  return bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
}
