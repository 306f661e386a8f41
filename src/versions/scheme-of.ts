import { onceForText } from '../base/remembering/once-for-text.ts';
import { baseEcosystem } from '../base/packages/package-key.ts';
import type { Scheme } from '../model/plugs/scheme.ts';
import { schemes } from './index.ts';

/** The scheme that orders an OSV ecosystem, such as `npm` or `Debian:12`; `undefined` when none is known. */
export const schemeOf = onceForText((ecosystem: string): Scheme | undefined =>
  schemes.find(({ ecosystems }) => ecosystems.includes(baseEcosystem(ecosystem))),
);
