import { hash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Validators } from '../../app/feed-source.ts';
import { HostError } from '../../base/errors.ts';
import { reasonOf } from '../files/system-error.ts';
import { makeFolder, removeQuietly } from '../files/write-file.ts';

/** What has arrived of an answer so far, and of which state of it; a further attempt can go on from there. */
export type UnfinishedDownload = {
  readonly validators: () => Validators;
  readonly length: () => number;
  /** Forgets what has arrived: what comes next is the beginning of this state. */
  readonly restart: (validators: Validators) => void;
  readonly add: (piece: Uint8Array) => void;
  /** Gives all that has arrived and leaves nothing behind. */
  readonly take: () => Uint8Array;
};

/** Where an unfinished download lies when it is large: in a file beside another, where a later process finds it. */
export type DownloadPlace = { readonly beside: string; readonly large: number };

/** Takes up the download of an address where it was left, or begins it. Throws `HostError` when the disk fails. */
export function unfinishedDownload(address: string, place: DownloadPlace | undefined): UnfinishedDownload {
  const file = place === undefined ? undefined : downloadPath(place.beside, address);
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (file !== undefined) forget(file);
      throw new HostError(
        `what is fetched cannot be kept in "${file}": ${reasonOf(error)}`,
        'Make room, or name another place with --store. The store was not changed.',
        error,
      );
    }
  };
  let pieces: Uint8Array[] = [];
  let validators = file === undefined ? undefined : guarded(() => readState(file));
  let inFile = validators !== undefined;
  let length = file === undefined || !inFile ? 0 : guarded(() => statSync(file).size);
  return {
    validators: () => validators ?? {},
    length: () => length,
    restart: (state) => {
      if (file !== undefined && inFile) forget(file);
      [pieces, validators, length, inFile] = [[], state, 0, false];
    },
    add: (piece) => {
      length += piece.length;
      if (file !== undefined && inFile) return guarded(() => appendFileSync(file, piece));
      pieces.push(piece);
      if (file === undefined || length < (place?.large ?? 0)) return;
      guarded(() => {
        makeFolder(dirname(file));
        writeFileSync(file, Buffer.concat(pieces));
        writeFileSync(`${file}.json`, JSON.stringify(validators ?? {}));
      });
      [pieces, inFile] = [[], true];
    },
    take: () => {
      if (file === undefined || !inFile) return Buffer.concat(pieces);
      const bytes = guarded(() => readFileSync(file));
      forget(file);
      return bytes;
    },
  };
}

/** Removes what unfinished downloads have left beside a file, once nobody will go on with them. */
export function removeDownloads(beside: string): void {
  const start = `.${basename(beside)}.`;
  for (const name of readdirSync(dirname(beside)))
    if (name.startsWith(start) && /^[0-9a-f]{16}\.part(\.json)?$/.test(name.slice(start.length)))
      removeQuietly(join(dirname(beside), name));
}

/** The file beside another in which what comes from an address is kept until it is all there. */
export function downloadPath(beside: string, address: string): string {
  return join(dirname(beside), `.${basename(beside)}.${hash('sha256', address).slice(0, 16)}.part`);
}

function forget(file: string): void {
  removeQuietly(`${file}.json`);
  removeQuietly(file);
}

const stateSchema = z.object({ etag: z.string().optional(), lastModified: z.string().optional() });

/** The state comes after the file, so that where there is none, or half of one, the file says nothing. */
function readState(file: string): Validators | undefined {
  if (!existsSync(file) || !existsSync(`${file}.json`)) return undefined;
  return stateSchema.safeParse(parsed(readFileSync(`${file}.json`, 'utf8'))).data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
