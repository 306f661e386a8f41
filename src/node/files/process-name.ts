import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { isRunning } from './is-running.ts';
import { codeOf } from './system-error.ts';

/** Who made something on a disk; who has only a number was on this machine. */
export type ProcessName = {
  readonly pid: number;
  /** When it began, as far as others can look that up; no later process of the same number has it. */
  readonly start: string | undefined;
  /** Among which numbers its own is one: every container has numbers of its own. */
  readonly space: string | undefined;
  /** Which start of the machine it belongs to. */
  readonly boot: string | undefined;
  readonly host: string | undefined;
};

/** What this process writes into the names of its files, so that others can tell whether it still runs. */
export function nameThisProcess(): string {
  const { start, space, boot, host } = thisProcess();
  return [process.pid, start, space, boot, host].join('.');
}

/** How such a name looks, within the name of a file. */
export const processNamePattern = String.raw`\d{1,10}(?:\.\d{0,20}\.\d{0,20}\.[0-9a-f]{0,8}\.[\w-]{1,40})?`;

/** The process of a name; `undefined` for what is no such name. */
export function readProcessName(name: string): ProcessName | undefined {
  if (!wholeName.test(name)) return undefined;
  const [pid, start, space, boot, host] = name.split('.');
  return { pid: Number(pid), start, space, boot, host };
}

const wholeName = new RegExp(`^${processNamePattern}$`);

/**
 * Whether what a process made at a path was left there. Of another machine or container nobody here can tell: what it has not
 * touched for so many milliseconds, a day if nothing is said, counts as left, and what is gone does not, for it may be there
 * again when somebody removes it.
 */
export function isLeft(path: string, maker: ProcessName, patience = day): boolean {
  if (isElsewhere(maker)) return isOld(path, patience);
  const own = thisProcess();
  if (maker.boot !== undefined && maker.boot !== own.boot) return true;
  if (maker.pid === process.pid) return maker.start !== own.start;
  if (!isRunning(maker.pid)) return true;
  const start = startOf(maker.pid);
  return maker.start !== undefined && start !== undefined && maker.start !== start;
}

/** Whether the number of a process means nothing here, being one of another machine or container. */
export function isElsewhere({ host, space, boot }: ProcessName): boolean {
  if (host === undefined) return false;
  const own = thisProcess();
  return host !== own.host || space !== own.space || (boot === '') !== (own.boot === '');
}

function isOld(path: string, patience: number): boolean {
  const facts = statSync(path, { throwIfNoEntry: false });
  return facts !== undefined && Math.abs(Date.now() - facts.mtimeMs) > patience;
}

const day = 24 * 60 * 60 * 1000;

type Own = { readonly [part in 'start' | 'space' | 'boot' | 'host']: string };

let known: Own | undefined;

function thisProcess(): Own {
  return (known ??= {
    start: startOf(process.pid) ?? `${Math.round(performance.timeOrigin)}`,
    space: /\d{1,20}/.exec(told(() => readlinkSync('/proc/self/ns/pid')))?.[0] ?? '',
    boot: /^[0-9a-f]{8}/.exec(told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')))?.[0] ?? '',
    host:
      hostname()
        .replaceAll(/[^\w-]/g, '-')
        .slice(0, 40) || 'unnamed',
  });
}

/** In ticks since the machine started, which only Linux tells; the command before it may hold spaces and brackets. */
function startOf(pid: number): string | undefined {
  const status = told(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
}

function told(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return '';
  }
}
