import { createHash } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';

/** An entry of a tar archive for tests; a file unless it says otherwise. */
export type TarItem = {
  readonly path: string;
  readonly content?: string | Uint8Array;
  readonly type?: string;
  readonly target?: string;
  readonly mode?: number;
};

/** Writes a tar archive in the ustar format, names of any length by GNU's way. */
export function tarOf(items: readonly TarItem[]): Buffer {
  return Buffer.concat([...items.flatMap(blocksOf), Buffer.alloc(1024)]);
}

/** A layer for tests: its entries, how it is packed, and the instruction that made it. */
export type SampleLayer = {
  readonly items: readonly TarItem[];
  readonly packing?: 'gzip' | 'zstd';
  readonly instruction?: string;
};

/** The digest of some bytes, as images write it. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** What docker save writes of images without compression, as docker has written it up to version 24. */
export function dockerSave(images: Readonly<Record<string, readonly SampleLayer[]>>): Buffer {
  const items = new Map<string, Buffer>();
  const manifest = Object.entries(images).map(([name, layers], index) => {
    const tars = layers.map(({ items: entries }) => tarOf(entries));
    const paths = tars.map((tar) => `${digestOf(tar).slice(7)}/layer.tar`);
    tars.forEach((tar, at) => items.set(paths[at] ?? '', tar));
    items.set(`config-${index}.json`, json(configOf(layers, tars)));
    return { Config: `config-${index}.json`, RepoTags: [name], Layers: paths };
  });
  return tarOf([
    ...[...items].map(([path, content]) => ({ path, content })),
    { path: 'manifest.json', content: json(manifest) },
  ]);
}

/** The files of an OCI image layout with one image. */
export function ociLayout(layers: readonly SampleLayer[]): Record<string, Buffer> {
  const files: Record<string, Buffer> = { 'oci-layout': json({ imageLayoutVersion: '1.0.0' }) };
  const store = (bytes: Buffer, mediaType: string) => {
    files[`blobs/${digestOf(bytes).replace(':', '/')}`] = bytes;
    return { mediaType, digest: digestOf(bytes), size: bytes.length };
  };
  const tars = layers.map(({ items }) => tarOf(items));
  const packed = layers.map(({ packing }, index) => pack(tars[index] ?? Buffer.alloc(0), packing));
  const manifest = {
    schemaVersion: 2,
    config: store(json(configOf(layers, tars)), 'application/vnd.oci.image.config.v1+json'),
    layers: packed.map((bytes) => store(bytes, 'application/vnd.oci.image.layer.v1.tar')),
  };
  const descriptor = store(json(manifest), 'application/vnd.oci.image.manifest.v1+json');
  files['index.json'] = json({ schemaVersion: 2, manifests: [descriptor] });
  return files;
}

function configOf(layers: readonly SampleLayer[], tars: readonly Buffer[]) {
  return {
    architecture: 'amd64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: tars.map(digestOf) },
    history: [
      ...layers.map(({ instruction }) => ({ created_by: instruction ?? 'COPY . /' })),
      { created_by: 'CMD ["/bin/sh"]', empty_layer: true },
    ],
  };
}

function pack(bytes: Buffer, packing: SampleLayer['packing']): Buffer {
  return packing === undefined ? bytes : packing === 'gzip' ? gzipSync(bytes) : zstdCompressSync(bytes);
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function blocksOf(item: TarItem): Buffer[] {
  const { path, content = '', type = '0', target = '', mode = 0o644 } = item;
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  const long = (kind: string, name: string) =>
    Buffer.byteLength(name) > 100 ? blocksOf({ path: '././@LongLink', type: kind, content: `${name}\0` }) : [];
  return [
    ...long('K', target),
    ...long('L', path),
    header({ path, type, target, mode, bytes: bytes.length }),
    bytes,
    Buffer.alloc((512 - (bytes.length % 512)) % 512),
  ];
}

function header(fields: {
  readonly path: string;
  readonly type: string;
  readonly target: string;
  readonly mode: number;
  readonly bytes: number;
}): Buffer {
  const block = Buffer.alloc(512);
  const octal = (value: number, at: number, length: number) =>
    block.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  block.write(fields.path, 0, 100);
  octal(fields.mode, 100, 8);
  octal(fields.bytes, 124, 12);
  block.write('        ', 148);
  block.write(fields.type, 156);
  block.write(fields.target, 157, 100);
  block.write('ustar', 257);
  block.write('00', 263);
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  );
  block[155] = 0x20;
  return block;
}
