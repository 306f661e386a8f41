import { escapeGlob } from '../../base/paths/glob.ts';
import type { Device } from '../../model/records/device.ts';
import { readerOf } from './find-reader.ts';
import type { SaidOfFiles } from './take-inventory.ts';

/** What a device's record says of files: a source that names archives says that they are images, and so does `named`. */
export function saidOfFiles(device: Device | undefined, named?: string): SaidOfFiles {
  const sources = (device?.softwareItems ?? [])
    .flatMap(({ sources }) => sources)
    .map((source) => (typeof source === 'string' ? source : source.files));
  return {
    ignore: device?.ignore ?? [],
    include: device?.include ?? [],
    ...(named === undefined && { device: device?.device.name }),
    images: [...imageNamed(named), ...sources.filter((glob) => archive.test(glob))],
  };
}

/** A file that a reader knows by its name is no image. */
function imageNamed(path: string | undefined): readonly string[] {
  return path === undefined || readerOf({ path }, 'repository') !== undefined ? [] : [escapeGlob(path)];
}

/** A glob that ends in a name without an ending claims whatever lies there, and says of no file what it is. */
const archive = /\.(?:tar(?:\.\w+)?|tgz|tzst|oci|docker)$/;
