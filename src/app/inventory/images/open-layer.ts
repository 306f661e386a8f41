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

/** Opens a layer, unpacked where it is packed, and compares its digest. Throws `ImageProblem` and `UnpackProblem`. */
export async function openLayer(
  host: Pick<Host, 'keep'>,
  bundle: Bundle,
  named: NamedLayer,
  scratches: Scratch[],
): Promise<OpenedLayer> {
  const stored = bundle.open(named.file);
  if (stored === undefined) throw new ImageProblem(`it does not hold its layer "${named.file}"`);
  const ofStored = digester(named.stored);
  const ofUnpacked = digester(named.stored === undefined ? named.unpacked : undefined);
  const content = await unpacked(host, stored, scratches, [ofStored, ofUnpacked]);
  return {
    content,
    layer: { digest: named.unpacked ?? named.stored ?? named.file, instruction: named.instruction },
    isAuthentic: ofStored.fits() && ofUnpacked.fits(),
  };
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
  readonly fits: () => boolean;
};

const anything: Digester = { isAsked: false, take: () => undefined, fits: () => true };

function digester(stated: string | undefined): Digester {
  const [algorithm = '', value = ''] = stated?.split(':') ?? [];
  if (stated === undefined || !getHashes().includes(algorithm)) return anything;
  const hash = createHash(algorithm);
  return { isAsked: true, take: (piece) => void hash.update(piece), fits: () => hash.digest('hex') === value };
}

async function* taking(pieces: AsyncIterable<Uint8Array>, { take }: Digester) {
  for await (const piece of pieces) {
    take(piece);
    yield piece;
  }
}
