import { UsageError } from '../base/errors.ts';
import type { OptionValues } from './command.ts';
import { listOption, textOption } from './option-values.ts';

/** What a person wants of a bundle: to make one, or to take one. */
export type BundleErrand =
  | {
      readonly kind: 'make';
      readonly file: string;
      readonly key: string;
      readonly since: { readonly file: string; readonly trust: string } | undefined;
    }
  | { readonly kind: 'take'; readonly file: string; readonly trust: string };

/** Reads what the options say of a bundle; `undefined` when that is nothing. Throws `UsageError` when it does not fit together. */
export function bundleErrand(options: OptionValues): BundleErrand | undefined {
  const text = (name: string) => textOption(options, name);
  const [key, trust, since, either] = ['signWith', 'trust', 'since', 'bundle'].map(text);
  const to = text('toBundle') ?? (key === undefined ? undefined : either);
  const from = text('fromBundle') ?? (key === undefined ? either : undefined);
  if (to === undefined && from === undefined) {
    if (key === undefined && trust === undefined && since === undefined) return undefined;
    throw new UsageError(
      '--sign-with, --trust and --since speak of a bundle, and none is named',
      'Name it with --to-bundle, --from-bundle or --bundle.',
    );
  }
  if (either !== undefined && to !== either && from !== either)
    throw new UsageError('two bundles are named', 'Name one, with --bundle, --to-bundle or --from-bundle.');
  if (to !== undefined && from !== undefined)
    throw new UsageError('a bundle is either made or taken', 'Name it with --to-bundle or with --from-bundle.');
  const fetching = ['from', 'ecosystem', 'list', 'database'].filter((name) => listOption(options, name).length > 0);
  if (options['full'] === true) fetching.push('full');
  if (fetching.length > 0)
    throw new UsageError(
      `--${fetching[0]} speaks of fetching, and nothing is fetched with a bundle`,
      'Run `tureen sync` for itself first.',
    );
  return to === undefined ? taking(from ?? '', { key, trust, since }) : making(to, { key, trust, since });
}

type Given = { readonly [Name in 'key' | 'trust' | 'since']: string | undefined };

function making(file: string, { key, trust, since }: Given): BundleErrand {
  if (key === undefined)
    throw new UsageError(
      'a bundle is signed, and no key is named',
      'Make one with `openssl genpkey -algorithm ed25519 -out bundle.key`, and name it with --sign-with.',
    );
  if (since === undefined) return { kind: 'make', file, key, since: undefined };
  if (trust === undefined)
    throw new UsageError(
      '--since names a bundle, and no key that it is trusted by',
      'Name its public key with --trust.',
    );
  return { kind: 'make', file, key, since: { file: since, trust } };
}

function taking(file: string, { key, trust, since }: Given): BundleErrand {
  if (trust === undefined)
    throw new UsageError(
      'a bundle is taken only from a signer who is trusted, and none is named',
      'Name the public key of its signer with --trust; to make a bundle, name a key with --sign-with.',
    );
  if (key === undefined && since === undefined) return { kind: 'take', file, trust };
  throw new UsageError('--sign-with and --since are for making a bundle', 'Leave them out with --from-bundle.');
}
