import { fstatSync, writeSync } from 'node:fs';
import { codeOf, reasonOf } from '../node/system-error.ts';

/**
 * Writes to stdout; to a file or a pipe straight away, for Node's own stream takes longer to start than many a command to
 * run. It is asked for a terminal, and where a slow reader is to be waited for.
 */
export function writeOut(content: string | Uint8Array): void {
  if (started.has('stdout') || isTerminal(1)) {
    outputStream().write(content);
    return;
  }
  const length = Buffer.byteLength(content);
  let written = 0;
  try {
    // A text need not be copied unless a part of it is left over.
    if (typeof content === 'string') written = writeSync(1, content);
    while (written < length) written += writeSync(1, bytesOf(content), written);
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') outputStream().write(bytesOf(content).subarray(written));
    else endWithout(error);
  }
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

/** Writes to stderr. */
export function writeAside(text: string): void {
  errorStream().write(text);
}

/** Node's stream for stdout. */
export function outputStream(): NodeJS.WriteStream {
  return start('stdout', endWithout);
}

/** Node's stream for stderr: whatever becomes of it, the exit code tells. */
export function errorStream(): NodeJS.WriteStream {
  return start('stderr', () => undefined);
}

/** Whether a person may look at a stream; a printer or the void look the same from here. */
export function isTerminal(file: 1 | 2): boolean {
  try {
    return fstatSync(file).isCharacterDevice();
  } catch {
    return true;
  }
}

/**
 * Ends the process: at once unless one of Node's streams may still have something to write, for else V8 first finishes what
 * it has begun for a longer run: to compile again, to collect what is no longer held.
 */
export function end(code: number): void {
  process.exitCode = code;
  if (started.size === 0) process.exit();
}

const started = new Set<string>();

function start(name: 'stdout' | 'stderr', failed: (error: unknown) => void): NodeJS.WriteStream {
  if (!started.has(name)) process[name].on('error', failed);
  started.add(name);
  return process[name];
}

/** Who reads the output may stop early, as `head` does; any other fault would lose what the person asked for. */
function endWithout(error: unknown): void {
  if (codeOf(error) === 'EPIPE') return;
  writeAside(`error: the output cannot be written: ${reasonOf(error)}\nhelp: Write to a file with -o.\n`);
  process.exit(2);
}
