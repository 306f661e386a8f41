import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { HostError } from '../base/errors.ts';
import type { Context, OptionValues } from './command.ts';
import { textOption } from './option-values.ts';
import { safeJson } from './safe-json.ts';
import { settleColours } from './settle-colours.ts';
import { fold } from './show/fold.ts';
import { lookOf } from './show/look.ts';
import { writeAside, writeOut } from './standard-streams.ts';

/** Makes what a command is given from the general options, the current folder and the terminal. Throws `UsageError` and `HostError`. */
export async function createContext(options: OptionValues): Promise<Context> {
  const [{ nodeHost }, { checkFolder }] = await Promise.all([
    import('../node/host.ts'),
    import('../node/files/files.ts'),
  ]);
  const cwd = folderFor(textOption(options, 'cwd') ?? '.');
  checkFolder(cwd);
  const root = rootAbove(cwd);
  const openHost = (folder: string) => Promise.resolve(nodeHost({ root: folder, cwd }));
  const quiet = options['quiet'] === true;
  settleColours(process.env, options['color'] === false);
  const ahead = lookOf(1);
  const aside = lookOf(2);
  const complain = (text: string) => void (text === '' || writeAside(`${fold(text, aside.width)}\n`));
  return {
    root,
    cwd,
    host: await openHost(root),
    openHost,
    show: (text) => writeOut(fold(text, ahead.width)),
    print: (content) => writeOut(isJson(content) ? safeJson(content) : content),
    tell: quiet ? () => undefined : complain,
    complain,
    quiet,
    json: options['json'] === true,
    ...ahead,
    aside,
  };
}

function isJson(content: string | Uint8Array): content is string {
  return typeof content === 'string' && /^[{[]/.test(content);
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
