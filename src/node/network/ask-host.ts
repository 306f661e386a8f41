import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { PassThrough, pipeline, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** The answer of a host; its body is unpacked, and breaks off with an error where not all of it comes. */
export type HostAnswer = {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array>;
  /** Forgets what has not been read of the body. */
  readonly drop: () => void;
};

/** What goes with a question to a host. */
export type HostQuestion = {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly lookup: LookupFunction;
};

/**
 * Asks a host once and follows no redirect. `fetch` would take the beginning of a packed body for the whole (RFC 1952, 2.3.1:
 * the end tells the length), and tells nobody how much came.
 */
export function askHost(url: URL, { headers, signal, lookup }: HostQuestion): Promise<HostAnswer> {
  // Loaded only here: what asks no host starts some milliseconds earlier.
  const { request: ask } =
    url.protocol === 'https:' ? process.getBuiltinModule('node:https') : process.getBuiltinModule('node:http');
  return new Promise((resolve, reject) => {
    const asked = ask(url, { headers: { accept: '*/*', 'accept-encoding': 'gzip', ...headers }, signal, lookup });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const coding = response.headers['content-encoding']?.trim().toLowerCase();
      const unpacking = coding === undefined || coding === '' ? identity : codings.get(coding);
      if (unpacking === undefined) asked.destroy(new UnknownCoding(coding));
      else resolve(answerOf(response, unpacking()));
    });
    asked.end();
  });
}

function answerOf(response: IncomingMessage, unpacking: Duplex): HostAnswer {
  const headers = new Headers();
  for (const [name, values] of Object.entries(response.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const { statusCode: status = 0, statusMessage: statusText = '' } = response;
  const body = pipeline(response, unpacking, nobodyElse);
  return { status, statusText, headers, body, drop: () => body.destroy() };
}

/** Who reads the body sees the error; where nobody does it is of no interest. */
function nobodyElse(): void {}

/** An answer is packed in a way that is not known here. */
export class UnknownCoding extends Error {}

const identity = () => new PassThrough();

/** What unpacks a content coding (RFC 9110, 8.4.1). */
const codings = new Map<string, () => Duplex>([
  ['identity', identity],
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);
