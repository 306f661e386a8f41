import { resolve } from 'node:path';
import type { Context, OptionValues } from './command.ts';
import { textOption } from './option-values.ts';

/** Where the advisory store lies: where `--store` says, else at the host's usual place. */
export function storePath({ cwd, host }: Context, options: OptionValues): string {
  const named = textOption(options, 'store');
  return named === undefined ? host.stores.defaultPath : resolve(cwd, named);
}
