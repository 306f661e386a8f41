import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FeedSource } from '../app/host.ts';
import { UsageError } from '../base/errors.ts';
import { checkFolder, filesBelow } from './files.ts';
import { webSource } from './web-source.ts';

/** Opens a folder (relative to `cwd`, absolute, or a `file:` address) or an http(s) address. Throws `UsageError`. */
export function openSource(address: string, cwd: string): FeedSource {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') return webSource(address);
  if (scheme === undefined) return folderSource(address, resolve(cwd, address));
  if (scheme === 'file') return folderSource(address, folderOf(address));
  throw new UsageError(
    `"${address}" is no source of advisories: "${scheme}:" is not understood`,
    'Name a folder, or an address that begins with https:// or http://.',
  );
}

function folderOf(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    throw new UsageError(`"${address}" is no address of a folder`, 'Write it as file:///path/to/folder.');
  }
}

function folderSource(address: string, folder: string): FeedSource {
  if (!existsSync(folder)) {
    throw new UsageError(
      `there is no folder "${address}"`,
      'Name the folder that holds the advisories, one folder for each ecosystem in it.',
    );
  }
  checkFolder(folder);
  const { read, list } = filesBelow(folder);
  return { address, get: read, list: async () => (await list()).files.map(({ path }) => path) };
}
