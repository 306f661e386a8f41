import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import type { Validators } from '../../app/feed-source.ts';

/** Answers of earlier runs with what tells them apart; a damaged one is as good as none. */
export type AnswerCache = {
  readonly take: (address: string) => KeptAnswer | undefined;
  readonly keep: (address: string, answer: KeptAnswer) => void;
  /** When an answer was kept, or was last said to stand; `undefined` where there is none. */
  readonly asked: (address: string) => Date | undefined;
  /** Says that an answer still stands. */
  readonly confirm: (address: string) => void;
  readonly drop: (address: string) => void;
};

/** An answer, its validators, and its header `Link`, which an answer that says `unchanged` may leave out. */
export type KeptAnswer = {
  readonly validators: Validators;
  readonly bytes: Uint8Array;
  readonly link?: string | undefined;
};

/** Keeps answers in a folder that this user alone can read; where that cannot be written, nothing is kept. */
export function answerCache(folder: string): AnswerCache {
  const fileOf = (address: string) => join(folder, createHash('sha256').update(address).digest('hex'));
  return {
    take: (address) => {
      try {
        const content = readFileSync(fileOf(address));
        const end = content.indexOf(10);
        const head: unknown = JSON.parse(content.subarray(0, end).toString('utf8'));
        return { ...headIn(head), bytes: inflateSync(content.subarray(end + 1), { maxOutputLength }) };
      } catch {
        return undefined;
      }
    },
    keep: (address, { validators, bytes, link }) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const head = Buffer.from(`${JSON.stringify({ ...validators, link })}\n`);
        writeFileSync(fileOf(address), Buffer.concat([head, deflateSync(bytes)]), { mode: 0o600 });
      } catch {
        return;
      }
    },
    asked: (address) => statSync(fileOf(address), { throwIfNoEntry: false })?.mtime,
    confirm: (address) => {
      const now = new Date();
      try {
        utimesSync(fileOf(address), now, now);
      } catch {
        return;
      }
    },
    drop: (address) => {
      try {
        rmSync(fileOf(address), { force: true });
      } catch {
        return;
      }
    },
  };
}

const maxOutputLength = 256 * 2 ** 20;

function headIn(head: unknown): Omit<KeptAnswer, 'bytes'> {
  const text = (key: string) => {
    const value = typeof head === 'object' && head !== null && key in head ? head[key as never] : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return { validators: { etag: text('etag'), lastModified: text('lastModified') }, link: text('link') };
}
