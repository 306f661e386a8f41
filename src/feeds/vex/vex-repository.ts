import { z } from 'zod';
import { leadsOut } from '../../base/archives/leads-out.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { oneLine } from '../../base/one-line.ts';
import type { VexArchive, VexFeed, VexListing } from '../../model/plugs/vex-feed.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';

/** A VEX repository (specification 0.1): its manifest names archives, and the index in one names a document for each package. */
export const vexRepository: VexFeed = {
  name: 'vex-repository',
  title: 'VEX repository',
  entries: ['.well-known/vex-repository.json', 'vex-repository.json', 'index.json'],
  unpacked: 'index.json',
  listed: (at, answer) => (at.endsWith('vex-repository.json') ? archivesIn(answer) : documentsIn(answer)),
};

const versionSchema = z.object({
  spec_version: z.string(),
  locations: z.array(z.object({ url: z.string() })).min(1),
  update_interval: z.string().optional(),
});

/** The specification has a map of versions, and most repositories a list of them. */
const manifestSchema = z.object({ versions: z.union([z.array(versionSchema), z.record(z.string(), versionSchema)]) });

function* archivesIn(answer: Uint8Array): Iterable<VexListing> {
  const manifest = checkSchema(manifestSchema, parseJsonBytes(answer));
  if (!manifest.ok) {
    yield { kind: 'damaged', reason: 'it is no manifest of a VEX repository' };
    return;
  }
  const versions = Object.values(manifest.value.versions);
  // Before 1.0 each version may break with the one before (section 1).
  const known = versions.find(({ spec_version: version }) => /^v?0\.1$/.test(version));
  if (known === undefined) {
    const stated = versions.map(({ spec_version: version }) => oneLine(version, 20)).join(', ');
    yield { kind: 'damaged', reason: `it offers version ${stated || 'none'} of the specification, and 0.1 is read` };
    return;
  }
  const found = known.locations.map(({ url }) => archiveAt(url));
  yield { kind: 'archives', found, interval: millisecondsOf(known.update_interval) };
}

/** What follows a second `//` is a folder in the archive (section 2.5). */
function archiveAt(url: string): VexArchive {
  const [, at = url, folder = ''] = /^([a-z]+:\/\/.*?)\/\/([^?]*)/i.exec(url) ?? [];
  return { at, within: folder.replace(/(?<!\/)\/+$/, '') };
}

/** A duration as Go writes it, such as `1h30m`. */
function millisecondsOf(duration = ''): number | undefined {
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(duration) ?? [];
  const all = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return all === 0 ? undefined : all;
}

const indexSchema = z.object({
  updated_at: z.string().optional(),
  packages: z.array(z.object({ id: z.string(), location: z.string() })),
});

function* documentsIn(answer: Uint8Array): Iterable<VexListing> {
  const index = checkSchema(indexSchema, parseJsonBytes(answer));
  if (!index.ok) {
    yield { kind: 'damaged', reason: 'it is no index with packages' };
    return;
  }
  const { updated_at: changed, packages } = index.value;
  for (const { id, location } of packages)
    if (leadsOut(location)) yield { kind: 'unusable', name: location, reason: 'its path leads out of the repository' };
    else yield { kind: 'document', at: location, subject: id, ...(changed !== undefined && { changed }) };
}
