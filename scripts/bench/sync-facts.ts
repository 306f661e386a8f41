import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { examplePackages } from './example-packages.ts';
import { writeLock } from './write-locks.ts';

/** What asking a registry for the facts of so many components takes, and how it is treated meanwhile. */
export type FactsMeasured = {
  /** Seconds of the first run, and of one on a later day, when the registry answers that nothing changed. */
  readonly first: number;
  readonly later: number;
  /** Bytes that the later run was sent again. */
  readonly bytesAgain: number;
  readonly mostAtOnce: number;
  /** Answers that were given before a run was killed and were asked for once more by the next run of that day. */
  readonly askedTwice: number;
};

/** Asks a registry on this machine that takes its time with each answer, as one far away does. */
export async function measureFacts(cli: string, folder: string, count: number): Promise<FactsMeasured> {
  let [open, mostAtOnce, bytes, requests] = [0, 0, 0, 0];
  const used = [...new Set(examplePackages(count).map((one) => one.version))];
  let enough: (() => void) | undefined;
  const server = createServer(({ url = '', headers }, response) => {
    open++;
    requests++;
    mostAtOnce = Math.max(mostAtOnce, open);
    const version = { license: 'MIT', repository: `https://git.example${url}` };
    const content = JSON.stringify({ versions: Object.fromEntries(used.map((one) => [one, version])) });
    setTimeout(() => {
      open--;
      if (requests >= count / 2) enough?.();
      const isKnown = headers['if-none-match'] === '"1"';
      if (!isKnown) bytes += content.length;
      response.writeHead(isKnown ? 304 : 200, { etag: '"1"' }).end(isKnown ? undefined : content);
    }, answerTime);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  writeLock(folder, 'npm', count);
  writeFileSync(join(folder, 'tureen.yaml'), 'device: { name: Facts, manufacturer: Example }\n');
  writeFileSync(join(folder, '.npmrc'), `registry=http://127.0.0.1:${port}/npm/\n`);
  const run = async (day: number, untilHalf = false) => {
    [requests, bytes] = [0, 0];
    const start = performance.now();
    const child = spawn(process.execPath, [cli, 'sync', '--metadata', '--quiet', '--cwd', folder], {
      env: {
        ...process.env,
        HOME: folder,
        XDG_CACHE_HOME: join(folder, 'cache'),
        SOURCE_DATE_EPOCH: `${day * 86_400}`,
      },
      stdio: 'ignore',
    });
    enough = untilHalf ? () => child.kill('SIGKILL') : undefined;
    const status = await new Promise((ended) => child.on('close', ended));
    if (!untilHalf && status !== 0) throw new Error(`sync --metadata ended with ${String(status)}`);
    return { seconds: (performance.now() - start) / 1000, requests, bytes };
  };
  const first = await run(20_000);
  const later = await run(20_001);
  const killed = await run(20_002, true);
  const resumed = await run(20_002);
  server.closeAllConnections();
  server.closeAllConnections();
  server.close();
  return {
    first: first.seconds,
    later: later.seconds,
    bytesAgain: later.bytes,
    mostAtOnce,
    askedTwice: killed.requests + resumed.requests - count,
  };
}

/** Milliseconds that the registry takes for an answer. */
const answerTime = 20;
