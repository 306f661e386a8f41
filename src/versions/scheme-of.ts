import { baseEcosystem } from '../base/packages/package-key.ts';
import type { Scheme } from '../model/plugs/scheme.ts';
import { schemes } from './index.ts';

/** The scheme that orders an OSV ecosystem, such as `npm` or `Debian:12`; `undefined` when none is known. */
export function schemeOf(ecosystem: string): Scheme | undefined {
  return schemes.find(({ ecosystems }) => ecosystems.includes(baseEcosystem(ecosystem)));
}
