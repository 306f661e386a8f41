import { readFileSync } from 'node:fs';
import { setGlobalProxyFromEnv } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { FeedAnswer } from '../../app/feed-source.ts';
import type { OpenedRegistries, RegistryAnswer, RegistryCounts } from '../../app/sync/registry-source.ts';
import { decodeText } from '../../base/decode-text.ts';
import { HostError } from '../../base/errors.ts';
import type { RegistryQuestion } from '../../model/plugs/registry.ts';
import { reasonOf } from '../files/system-error.ts';
import type { Patience } from '../network/patience.ts';
import { webSource } from '../network/web-source.ts';
import { answerCache, type AnswerCache } from '../network/answer-cache.ts';
import { answerMemory } from './answer-memory.ts';
import { readSettings } from './read-settings.ts';
import type { Secret, Settings } from './settings.ts';

const usual: Patience = {
  attempts: 3,
  pause: 1000,
  stall: 30_000,
  trickle: 1024,
  longestPause: 30_000,
  largestAnswer: 128 * 2 ** 20,
  large: Number.POSITIVE_INFINITY,
};

/** Opens the registries that the configuration names; their answers are kept below a cache folder. */
export async function openRegistries(
  root: string,
  cacheFolder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  patience = usual,
  trusted: readonly string[] = [],
): Promise<OpenedRegistries> {
  const read = await readSettings(root, environment, trusted);
  const notes = [...read.notes, ...trust(read.certificates)];
  useProxyOf(read, environment);
  return {
    ...asking(read.secrets, answerCache(join(cacheFolder, 'tureen', 'registries')), patience),
    places: read.places,
    notes,
  };
}

/** Trusts certificates beside the usual ones, for as long as this process runs. */
function trust(files: readonly string[]): readonly string[] {
  const notes: string[] = [];
  const certificates = files.flatMap((file) => {
    try {
      const found = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
      return found ?? [];
    } catch (error) {
      notes.push(`the certificates in "${file}" cannot be read: ${reasonOf(error)}`);
      return [];
    }
  });
  if (certificates.length > 0)
    setDefaultCACertificates([...new Set([...getCACertificates('default'), ...certificates])]);
  return notes;
}

/** What the environment names goes before the configuration of one package manager. */
function useProxyOf({ proxy }: Settings, environment: Readonly<Record<string, string | undefined>>): void {
  const named = Object.entries(environment).some(([name, value]) => /^https?_proxy$/i.test(name) && value);
  if (proxy === undefined || named) return;
  const exceptions = environment['NO_PROXY'] ?? environment['no_proxy'];
  setGlobalProxyFromEnv({ HTTP_PROXY: proxy, HTTPS_PROXY: proxy, ...(exceptions && { NO_PROXY: exceptions }) });
}

/** After so many refusals in a row a host is left alone until the next run. */
const mostRefusals = 3;

function asking(
  secrets: readonly Secret[],
  cache: AnswerCache,
  patience: Patience,
): Pick<OpenedRegistries, 'ask' | 'counts'> {
  const counts = { requests: 0, unchanged: 0, bytes: 0 };
  const open = new Map<string, Promise<RegistryAnswer>>();
  const asked = new Set<string>();
  const memory = answerMemory();
  const refused = new Map<string, number>();
  const turn = turns();
  const remember = (answer: RegistryAnswer): RegistryAnswer => {
    if (answer.kind === 'answer') memory.keep(answer.address, answer.text);
    return answer;
  };
  const askAnew = async (
    base: string,
    address: string,
    { accept, pause, at }: RegistryQuestion,
  ): Promise<RegistryAnswer> => {
    const remembered = memory.take(address);
    if (remembered !== undefined) return { kind: 'answer', address, ...remembered };
    const kept = cache.take(address);
    if (kept !== undefined && asked.has(address)) return remember(answerOf(address, kept.bytes));
    const { origin } = new URL(address);
    if ((refused.get(origin) ?? 0) >= mostRefusals)
      return {
        kind: 'refused',
        address,
        reason: `${origin} refused ${mostRefusals} times in a row and was left alone`,
      };
    await turn(origin, pause ?? 0);
    counts.requests++;
    try {
      const [parent, last] = parted(address);
      const headers = { ...headersFor(address, secrets), accept };
      // What an answer names cannot know of a network of one's own.
      const options = at === undefined ? {} : { ledFrom: base };
      const answer = await webSource(parent, options, patience).ask({ path: last, headers, unless: kept?.validators });
      refused.set(origin, 0);
      asked.add(address);
      count(counts, answer);
      if (answer.kind === 'none') return remember({ kind: 'answer', address, text: undefined });
      if (answer.kind === 'bytes') cache.keep(address, answer);
      return remember(answerOf(address, answer.kind === 'bytes' ? answer.bytes : (kept?.bytes ?? new Uint8Array())));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      refused.set(origin, (refused.get(origin) ?? 0) + 1);
      return { kind: 'refused', address, reason: error.message.replace(/^".*?" cannot be fetched: /s, '') };
    }
  };
  return {
    counts: (): RegistryCounts => ({ ...counts }),
    ask: (base, question) => {
      const address = addressOf(base, question);
      if (address === undefined)
        return Promise.resolve({ kind: 'refused', address: base, reason: 'its name makes no address' });
      const running = open.get(address) ?? askAnew(base, address, question).finally(() => open.delete(address));
      open.set(address, running);
      return running;
    },
  };
}

/** Keeps a pause between questions to one host. */
function turns(): (origin: string, pause: number) => Promise<void> {
  const next = new Map<string, number>();
  return async (origin, pause) => {
    if (pause === 0) return;
    const now = performance.now();
    const at = Math.max(now, next.get(origin) ?? 0);
    next.set(origin, at + pause);
    if (at > now) await setTimeout(at - now);
  };
}

function count(counts: { unchanged: number; bytes: number }, answer: FeedAnswer): void {
  if (answer.kind === 'unchanged') counts.unchanged++;
  if (answer.kind === 'bytes') counts.bytes += answer.bytes.length;
}

/** The address of a question; `undefined` when a name would lead out of the base. */
function addressOf(base: string, { at, path, wholeSteps = false }: RegistryQuestion): string | undefined {
  const start = (at ?? base).replace(/(?<!\/)\/+$/, '');
  const steps = wholeSteps ? path : path.flatMap((step) => step.split('/'));
  // The last step is sent apart from those before it, where a slash in it would part it after all.
  if (steps.at(-1)?.includes('/') === true) return undefined;
  if (!URL.canParse(start) || steps.some((step) => step === '' || step === '.' || step === '..')) return undefined;
  const address = new URL([start, ...steps.map((step) => encodeURIComponent(step).replaceAll('%40', '@'))].join('/'));
  if (!/^https?:$/.test(address.protocol) || address.username !== '' || address.search !== '') return undefined;
  // What an answer names must not be asked for with less protection than the registry itself.
  return base.startsWith('https:') && address.protocol !== 'https:' ? undefined : address.href;
}

/** An address as a folder and the name in it. */
function parted(address: string): readonly [parent: string, last: string] {
  const end = address.lastIndexOf('/');
  return [address.slice(0, end), decodeURIComponent(address.slice(end + 1))];
}

/** The secret that was named for the nearest address above; a longer way below it is more its own. */
function headersFor(address: string, secrets: readonly Secret[]): Readonly<Record<string, string>> {
  const fitting = secrets.filter(({ below }) => isBelow(address, below));
  const [nearest] = fitting.toSorted((a, b) => b.below.length - a.below.length);
  return nearest === undefined ? {} : { [nearest.header]: nearest.value };
}

function isBelow(address: string, above: string): boolean {
  if (!URL.canParse(above)) return false;
  const [here, there] = [new URL(address), new URL(above)];
  const folder = there.pathname.replace(/(?<!\/)\/*$/, '/');
  return here.origin === there.origin && `${here.pathname}/`.startsWith(folder);
}

function answerOf(address: string, bytes: Uint8Array): RegistryAnswer {
  const text = decodeText(bytes);
  return text === undefined
    ? { kind: 'refused', address, reason: 'the answer is no UTF-8 text' }
    : { kind: 'answer', address, text };
}
