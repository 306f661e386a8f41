import { hash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FeedAnswer, FeedSource } from '../../app/feed-source.ts';
import { makeFolder } from '../files/write-file.ts';
import { downloadPath, removeDownloads } from './unfinished-download.ts';

/** What was answered longer ago may be another by now, and does not fit what is answered today. */
const longest = 2 * 60 * 60 * 1000;

/**
 * The source, whose answers are kept beside a store until one is finished: a run that failed or was killed after many of
 * them goes on with those that it had. Where they cannot be kept, they are asked for again. The whole address tells them apart,
 * with what is not to be shown of it.
 */
export function keptAnswers(source: FeedSource, address: string, beside: string): FeedSource {
  const ask: FeedSource['ask'] = async (request) => {
    if (request.unless !== undefined || request.enough !== undefined) return source.ask(request);
    const file = downloadPath(beside, `answer to ${JSON.stringify([address, request.path, request.query])}`);
    const kept = readKept(file);
    if (kept !== undefined) return kept;
    const answer = await source.ask(request);
    if (answer.kind === 'bytes') keep(file, answer);
    return answer;
  };
  const forget = () => removeDownloads(beside);
  return { address: source.address, ask, get: source.get, forget };
}

type Kept = Extract<FeedAnswer, { readonly kind: 'bytes' }>;

/** The sum comes first, so that a file that breaks off is as good as none. */
function keep(file: string, { bytes, headers }: Kept): void {
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(headers)}\n`), deflateRawSync(bytes, { level: 3 })]);
  try {
    makeFolder(dirname(file));
    writeFileSync(file, Buffer.concat([Buffer.from(hash('sha256', content)), content]), { mode: 0o600 });
  } catch {
    return;
  }
}

function readKept(file: string): Kept | undefined {
  try {
    const age = Math.abs(Date.now() - statSync(file).mtimeMs);
    const whole = readFileSync(file);
    const content = whole.subarray(64);
    if (!(age < longest) || whole.subarray(0, 64).toString('latin1') !== hash('sha256', content)) return undefined;
    const end = content.indexOf(10);
    const headers = JSON.parse(content.subarray(0, end).toString()) as Kept['headers'];
    return { kind: 'bytes', bytes: inflateRawSync(content.subarray(end + 1)), validators: {}, headers };
  } catch {
    return undefined;
  }
}
