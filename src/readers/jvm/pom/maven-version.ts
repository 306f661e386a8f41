import type { Pinning } from '../../../model/component.ts';
import { mavenPinning } from '../maven-component.ts';
import type { Filled } from './pom-properties.ts';

/**
 * What a `<version>` of a pom comes to: a plain one is what the build takes, `[1.0]` is one as well, and any other
 * range, a word such as LATEST or a property that nobody sets leaves it open.
 */
export function readVersion({ text, known }: Filled): {
  readonly version: string | undefined;
  readonly pinning: Pinning;
} {
  if (!known || text === '') return { version: undefined, pinning: { kind: 'range', asked: text || '*' } };
  if (text === 'LATEST' || text === 'RELEASE') return { version: undefined, pinning: { kind: 'mutable', asked: text } };
  const only = /^\[([^[\](),]+)\]$/.exec(text)?.[1]?.trim();
  const version = only ?? (/[[\](),]/.test(text) ? undefined : text);
  return { version, pinning: mavenPinning(version, text) };
}
