import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { HostError } from '../base/errors.ts';
import type { Context, OptionValues } from './command.ts';
import { textOption } from './option-values.ts';
import { painted, plain } from './paint.ts';

/** Makes what a command is given from the general options, the current folder and the terminal. Throws `UsageError` and `HostError`. */
export async function createContext(options: OptionValues): Promise<Context> {
  const [{ nodeHost }, { checkFolder }] = await Promise.all([import('../node/host.ts'), import('../node/files.ts')]);
  const cwd = folderFor(textOption(options, 'cwd') ?? '.');
  checkFolder(cwd);
  const root = rootAbove(cwd);
  const openHost = (folder: string) => Promise.resolve(nodeHost({ root: folder, cwd }));
  const quiet = options['quiet'] === true;
  const complain = (text: string) => void (text === '' || process.stderr.write(`${text}\n`));
  return {
    root,
    cwd,
    host: await openHost(root),
    openHost,
    print: (content) => void process.stdout.write(content),
    tell: quiet ? () => undefined : complain,
    complain,
    quiet,
    json: options['json'] === true,
    paint: options['color'] === false ? plain : painted,
  };
}

function folderFor(named: string): string {
  try {
    return isAbsolute(named) ? named : resolve(named);
  } catch (error) {
    throw new HostError('the current folder is gone', 'Go to a folder that exists, or name one with --cwd.', error);
  }
}

/** The nearest folder upwards that holds a `tureen.yaml`; the folder itself when none does. */
function rootAbove(folder: string): string {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    if (existsSync(join(candidate, 'tureen.yaml'))) return candidate;
    if (dirname(candidate) === candidate) return folder;
  }
}
