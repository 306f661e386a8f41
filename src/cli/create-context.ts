import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Context, OptionValues } from './command.ts';
import { painted, plain } from './paint.ts';

/** Makes what a command is given from the general options, the current folder and the terminal. */
export async function createContext(options: OptionValues): Promise<Context> {
  const { nodeHost } = await import('../node/host.ts');
  const cwd = resolve(typeof options['cwd'] === 'string' ? options['cwd'] : '.');
  const root = rootAbove(cwd);
  const openHost = (folder: string) => Promise.resolve(nodeHost({ root: folder, cwd }));
  return {
    root,
    cwd,
    host: await openHost(root),
    openHost,
    print: (content) => void process.stdout.write(content),
    tell: (text) => void (options['quiet'] === true || text === '' || process.stderr.write(`${text}\n`)),
    json: options['json'] === true,
    paint: options['color'] === false ? plain : painted,
  };
}

/** The nearest folder upwards that holds a `tureen.yaml`; the folder itself when none does. */
function rootAbove(folder: string): string {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    if (existsSync(join(candidate, 'tureen.yaml'))) return candidate;
    if (dirname(candidate) === candidate) return folder;
  }
}
