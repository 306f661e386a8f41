import { fstatSync, writeSync } from 'node:fs';
import { codeOf, reasonOf } from '../node/files/system-error.ts';

/** Writes to stdout. */
export function writeOut(content: string | Uint8Array): void {
  write(1, content);
}

/** Writes to stderr. */
export function writeAside(text: string): void {
  write(2, text);
}

/**
 * Writes to a file or a pipe straight away, for Node's own stream takes longer to start than many a command to run. It is
 * asked for a terminal, and where a slow reader is to be waited for.
 */
function write(file: 1 | 2, content: string | Uint8Array): void {
  if (started.has(file) || isTerminal(file)) {
    start(file).write(content);
    return;
  }
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(file, bytes, written);
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') start(file).write(bytes.subarray(written));
    else failed(file, error);
  }
}

/** Node's stream for stdout. */
export function outputStream(): NodeJS.WriteStream {
  return start(1);
}

/** Node's stream for stderr. */
export function errorStream(): NodeJS.WriteStream {
  return start(2);
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

const started = new Set<1 | 2>();

function start(file: 1 | 2): NodeJS.WriteStream {
  const stream = streamOf(file);
  if (!started.has(file)) stream.on('error', (error) => failed(file, error));
  started.add(file);
  return stream;
}

function streamOf(file: 1 | 2): NodeJS.WriteStream {
  return process[file === 1 ? 'stdout' : 'stderr'];
}

/**
 * Who reads the output may stop early, as `head` does; any other fault would lose what the person asked for. Whatever
 * becomes of stderr, the exit code tells.
 */
function failed(file: 1 | 2, error: unknown): void {
  if (file === 2 || codeOf(error) === 'EPIPE') return;
  writeAside(
    `error: the output cannot be written: ${reasonOf(error)}\nhelp: Send it elsewhere, with -o where the command takes it; files that the command wrote before are whole, and stay.\n`,
  );
  process.exit(2);
}
