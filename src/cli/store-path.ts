import { resolve } from 'node:path';
import type { Context, OptionValues } from './command.ts';

/** Where the advisory store lies: where `--store` says, else at the host's usual place. */
export function storePath({ cwd, host }: Context, options: OptionValues): string {
  return typeof options['store'] === 'string' ? resolve(cwd, options['store']) : host.stores.defaultPath;
}
