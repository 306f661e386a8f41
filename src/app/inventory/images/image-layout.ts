import type { z } from 'zod';
import { decodeText } from '../../../base/decode-text.ts';
import { parseJson } from '../../../base/formats/json/json.ts';
import { quote } from '../../../base/quote.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import { layoutMark } from '../image-candidates.ts';
import { ImageProblem } from './apply-layer.ts';
import type { Bundle } from './bundle.ts';
import {
  configSchema,
  indexSchema,
  manifestSchema,
  savedImagesSchema,
  type Descriptor,
  type ImageConfig,
} from './image-schemas.ts';

/** A layer as the image names it: the file that holds it, and what its bytes must hash to. */
export type NamedLayer = {
  readonly file: string;
  /** The digest of the bytes as they are stored; `undefined` when nothing says. */
  readonly stored: string | undefined;
  /** The digest of the layer once unpacked; `undefined` when nothing says. */
  readonly unpacked: string | undefined;
  readonly instruction: string | undefined;
};

/** An image in a bundle, its layers from the lowest up. */
export type NamedImage = { readonly name: string; readonly layers: readonly NamedLayer[] };

/** The images of a bundle, and those that it names but does not hold. */
export type ImageLayout = { readonly images: readonly NamedImage[]; readonly absent: readonly string[] };

/**
 * Reads what docker save (`manifest.json`) or an OCI image layout (`index.json`) holds; `undefined` when the bundle is
 * neither. Throws `ImageProblem`.
 */
export async function readImageLayout(bundle: Bundle): Promise<ImageLayout | undefined> {
  if (bundle.names.has(layoutMark) && bundle.names.has('index.json')) {
    const index = await readJson(bundle, 'index.json', indexSchema);
    return readManifests({ bundle, seen: new Set() }, index.manifests, 0);
  }
  if (bundle.names.has('manifest.json')) return readSavedImages(bundle);
  return undefined;
}

async function readSavedImages(bundle: Bundle): Promise<ImageLayout | undefined> {
  const text = await readText(bundle, 'manifest.json');
  const json = parseJson(text);
  if ('message' in json || !Array.isArray(json.value)) return undefined;
  const saved = await readJson(bundle, 'manifest.json', savedImagesSchema);
  const images: NamedImage[] = [];
  for (const { Config, RepoTags, Layers } of saved) {
    const config = await readJson(bundle, Config, configSchema);
    const files = Layers ?? [];
    images.push({ name: RepoTags?.[0] ?? Config, layers: namedLayers(files, [], config) });
  }
  return { images, absent: [] };
}

/** An index may hold others, one for each platform; deeper ones are nobody's. */
const deepestIndex = 3;

/** A bundle, and the digests that were looked at; an index that names one again says nothing new. */
type Reading = { readonly bundle: Bundle; readonly seen: Set<string> };

async function readManifests(
  reading: Reading,
  manifests: readonly Descriptor[],
  depth: number,
  named?: string,
): Promise<ImageLayout> {
  const { bundle, seen } = reading;
  if (depth > deepestIndex) throw new ImageProblem('its indexes lead to one another without end');
  const images: NamedImage[] = [];
  const absent: string[] = [];
  for (const descriptor of manifests) {
    if (isAttestation(descriptor) || seen.has(descriptor.digest)) continue;
    seen.add(descriptor.digest);
    const name = nameOf(descriptor, named);
    const file = blobOf(descriptor.digest);
    if (!bundle.names.has(file) && depth > 0) absent.push(name);
    else if (isIndex(descriptor)) {
      const inner = await readManifests(
        reading,
        (await readJson(bundle, file, indexSchema)).manifests,
        depth + 1,
        name,
      );
      for (const each of inner.images) images.push(each);
      for (const each of inner.absent) absent.push(each);
    } else for (const each of await readManifest(bundle, file, name)) images.push(each);
  }
  return { images, absent };
}

async function readManifest(bundle: Bundle, file: string, name: string): Promise<readonly NamedImage[]> {
  const { config, layers } = await readJson(bundle, file, manifestSchema);
  if (!isImageConfig(config)) return [];
  const described = await readJson(bundle, blobOf(config.digest), configSchema);
  const files = layers.map(({ digest }) => blobOf(digest));
  return [{ name, layers: namedLayers(files, layers, described) }];
}

/** The history holds an entry for each layer, and others for instructions that made none. */
function namedLayers(files: readonly string[], stored: readonly Descriptor[], config: ImageConfig): NamedLayer[] {
  const instructions = (config.history ?? []).filter(({ empty_layer: isEmpty }) => isEmpty !== true);
  const isTold = instructions.length === files.length;
  return files.map((file, index) => ({
    file,
    stored: stored[index]?.digest,
    unpacked: config.rootfs?.diff_ids?.[index],
    instruction: isTold ? instructions[index]?.created_by : undefined,
  }));
}

function blobOf(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`;
}

function isIndex({ mediaType }: Descriptor): boolean {
  return /image\.index|manifest\.list/.test(mediaType ?? '');
}

/** Signatures, SBOMs and charts lie in the same kind of layout. */
function isImageConfig({ mediaType }: Descriptor): boolean {
  return (
    mediaType === undefined || /^application\/vnd\.(?:oci\.image\.config|docker\.container\.image)\./.test(mediaType)
  );
}

function isAttestation({ annotations }: Descriptor): boolean {
  return annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';
}

function nameOf({ annotations, platform, digest }: Descriptor, above: string | undefined): string {
  const told = annotations?.['io.containerd.image.name'] ?? annotations?.['org.opencontainers.image.ref.name'] ?? above;
  const parts = platform === undefined ? [] : [platform.os, platform.architecture, platform.variant];
  const where = parts.filter((part) => part !== undefined && part !== 'unknown').join('/');
  return [told, where].filter((part) => part !== undefined && part !== '').join(' ') || digest;
}

async function readJson<T>(bundle: Bundle, name: string, schema: z.ZodType<T>): Promise<T> {
  const json = parseJson(await readText(bundle, name));
  if ('message' in json) throw new ImageProblem(`its ${quote(name)} is no JSON: ${json.message}`);
  const checked = checkSchema(schema, json.value);
  if (checked.ok) return checked.value;
  const [problem] = checked.problems;
  const key = problem?.keyPath.join('.') || 'its top level';
  throw new ImageProblem(`its ${quote(name)} is wrong at ${quote(key)}: ${problem?.message ?? ''}`);
}

/** No description of an image comes near. */
const longestText = 16 * 2 ** 20;

async function readText(bundle: Bundle, name: string): Promise<string> {
  const content = bundle.open(name);
  if (content === undefined) throw new ImageProblem(`it does not hold ${quote(name)}, which it names`);
  if (content.size > longestText) throw new ImageProblem(`its ${quote(name)} has ${content.size} bytes`);
  const text = decodeText(await content.read(0, content.size));
  if (text === undefined) throw new ImageProblem(`its ${quote(name)} is not UTF-8 text`);
  return text;
}
