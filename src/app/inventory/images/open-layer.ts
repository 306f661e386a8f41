import { createHash, getHashes } from 'node:crypto';
import { piecesOf } from '../../../base/binaries/random-access.ts';
import { packingOf, unpack } from '../../../base/archives/unpack.ts';
import type { RandomAccess } from '../../../model/random-access.ts';
import type { Host, Scratch } from '../../host.ts';
import { ImageProblem } from './apply-layer.ts';
import type { Bundle } from './bundle.ts';
import type { NamedLayer } from './image-layout.ts';
import type { LayerArchive } from './image-tree.ts';

/** A layer that was opened, and whether its bytes are those that the image names. */
export type OpenedLayer = LayerArchive & { readonly isAuthentic: boolean };

/**
 * Opens layers, unpacked where they are packed, and compares their digests; what several images or one name many times, under
 * whatever names, is unpacked once. The opener throws `ImageProblem` and `UnpackProblem`.
 */
export function layerOpener(host: Pick<Host, 'keep'>, bundle: Bundle, scratches: Scratch[]) {
  const opened = new Map<RandomAccess, Map<string, OpenedFile>>();
  return async (named: NamedLayer): Promise<OpenedLayer> => {
    const packed = bundle.open(named.file);
    if (packed === undefined) throw new ImageProblem('it is not there');
    const stated = named.stored ?? named.unpacked;
    const key = `${algorithmOf(stated) ?? ''} ${named.stored === undefined}`;
    const known = opened.get(packed) ?? new Map<string, OpenedFile>();
    opened.set(packed, known);
    const { content, digest } = known.get(key) ?? (await openFile(host, packed, named, scratches));
    known.set(key, { content, digest });
    return {
      content,
      layer: { digest: named.unpacked ?? named.stored ?? named.file, instruction: named.instruction },
      isAuthentic: digest === undefined || stated?.endsWith(`:${digest}`) === true,
    };
  };
}

/** The content of a layer, and its digest by the algorithm of the one that is stated. */
type OpenedFile = { readonly content: RandomAccess; readonly digest: string | undefined };

async function openFile(
  host: Pick<Host, 'keep'>,
  packed: RandomAccess,
  { stored, unpacked: whole }: NamedLayer,
  scratches: Scratch[],
): Promise<OpenedFile> {
  const ofStored = digester(stored);
  const ofUnpacked = digester(stored === undefined ? whole : undefined);
  const content = await unpacked(host, packed, scratches, [ofStored, ofUnpacked]);
  return { content, digest: ofStored.taken() ?? ofUnpacked.taken() };
}

/** The bytes of a packed file as they were before, kept outside of memory; of any other those that it has. */
export async function unpacked(
  host: Pick<Host, 'keep'>,
  stored: RandomAccess,
  scratches: Scratch[],
  [ofStored, ofUnpacked]: readonly [Digester, Digester] = [anything, anything],
): Promise<RandomAccess> {
  const packing = packingOf(await stored.read(0, 4));
  if (packing === undefined) {
    if (ofStored.isAsked || ofUnpacked.isAsked)
      for await (const piece of piecesOf(stored)) {
        ofStored.take(piece);
        ofUnpacked.take(piece);
      }
    return stored;
  }
  const source = taking(piecesOf(stored), ofStored);
  const scratch = await host.keep(taking(unpack(source, packing), ofUnpacked));
  scratches.push(scratch);
  return scratch;
}

/** Takes a digest of what passes by, where one is stated. */
type Digester = {
  readonly isAsked: boolean;
  readonly take: (piece: Uint8Array) => void;
  readonly taken: () => string | undefined;
};

const anything: Digester = { isAsked: false, take: () => undefined, taken: () => undefined };

function digester(stated: string | undefined): Digester {
  const algorithm = algorithmOf(stated);
  if (algorithm === undefined) return anything;
  const hash = createHash(algorithm);
  return { isAsked: true, take: (piece) => void hash.update(piece), taken: () => hash.digest('hex') };
}

/** The algorithm of a digest such as `sha256:9f86…`, where it is known here. */
function algorithmOf(stated: string | undefined): string | undefined {
  const algorithm = stated?.split(':')[0];
  return algorithm !== undefined && getHashes().includes(algorithm) ? algorithm : undefined;
}

async function* taking(pieces: AsyncIterable<Uint8Array>, { take }: Digester) {
  for await (const piece of pieces) {
    take(piece);
    yield piece;
  }
}
