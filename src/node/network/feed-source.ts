import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FeedAnswer, FeedRequest, FeedSource, SourceOptions } from '../../app/feed-source.ts';
import { UsageError } from '../../base/errors.ts';
import { checkFolder, filesBelow } from '../files/files.ts';
import { isLoopback, keyHeader } from './key-header.ts';
import { keptAnswers } from './kept-answers.ts';
import { requestTurns } from './request-turns.ts';
import { machineTimer, type Timer } from './timer.ts';
import { usual } from './patience.ts';
import { webSource } from './web-source.ts';

/** Opens a folder (relative to `cwd`, absolute, or a `file:` address) or an http(s) address. Throws `UsageError`. */
export function openSource(
  address: string,
  cwd: string,
  options: SourceOptions = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
  timer: Timer = machineTimer,
): FeedSource {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') return openAddress(address, options, environment, timer);
  if (scheme === undefined) return folderSource(address, resolve(cwd, address));
  if (scheme === 'file') return folderSource(address, folderOf(address));
  throw new UsageError(
    `"${address}" is no source of advisories: "${scheme}:" is not understood`,
    'Name a folder, or an address that begins with https:// or http://.',
  );
}

function openAddress(
  address: string,
  options: SourceOptions,
  environment: Readonly<Record<string, string | undefined>>,
  timer: Timer,
): FeedSource {
  const { key, pace } = options;
  if (!URL.canParse(address) || (key === undefined && pace === undefined)) return webSource(address, options);
  const url = new URL(address);
  const secret = keyHeader(url, key, environment);
  const wait = isLoopback(url.hostname) ? 0 : pauseOf(pace, Object.keys(secret).length > 0);
  const patience = {
    ...usual,
    pause: Math.max(usual.pause, wait),
    throttled: wait === 0 ? undefined : pace?.throttled,
  };
  const pacing = { timer, turn: requestTurns(wait, timer) };
  const source = webSource(address, { ...options, headers: { ...options.headers, ...secret } }, patience, pacing);
  return pace === undefined || options.beside === undefined ? source : keptAnswers(source, address, options.beside);
}

/** The milliseconds from one request to the next. */
export function pauseOf(pace: SourceOptions['pace'], isKeyed: boolean): number {
  return (isKeyed ? pace?.keyed : pace?.open) ?? 0;
}

function folderOf(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    throw new UsageError(`"${address}" is no address of a folder`, 'Write it as file:///path/to/folder.');
  }
}

/** Between two records other work has its turn, such as the copying of the store that they are for. */
function folderSource(address: string, folder: string): FeedSource {
  if (!existsSync(folder)) {
    throw new UsageError(
      `there is no folder "${address}"`,
      'Name the folder that holds the advisories, one folder for each ecosystem in it.',
    );
  }
  checkFolder(folder);
  const { read, list } = filesBelow(folder);
  return {
    address,
    get: async (path) => {
      await turn();
      return read(path);
    },
    ask: (request) => askFolder(read, request),
    list: async () => (await list()).files.map(({ path }) => path),
  };
}

/** Asks what only gives bytes: a file has no validators that a copy would keep, so that their hash stands for one. */
export async function askFolder(read: FeedSource['get'], { path, unless }: FeedRequest): Promise<FeedAnswer> {
  const bytes = await read(path);
  if (bytes === undefined) return { kind: 'none' };
  const etag = `sha256:${hash('sha256', bytes)}`;
  return etag === unless?.etag ? { kind: 'unchanged' } : { kind: 'bytes', bytes, validators: { etag }, headers: {} };
}
