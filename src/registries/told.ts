import { oneLine } from '../base/one-line.ts';
import { withoutSecrets } from '../base/packages/repositories/package-address.ts';
import type { RegistryFacts } from '../model/inventory/metadata.ts';

/** What a registry wrote, before it is known to say anything. */
export type Told = { readonly [Fact in keyof RegistryFacts]?: unknown };

/** Keeps of what a registry wrote that which says something: single lines of bounded length, addresses, days. */
export function factsFrom(told: Told): RegistryFacts {
  const kept = Object.entries(told).flatMap(([fact, value]) => {
    const text = (readings.get(fact) ?? textFrom)(value);
    return text === undefined ? [] : [[fact, text] as const];
  });
  return Object.fromEntries(kept);
}

/** How a fact is read that is no plain text. */
const readings: ReadonlyMap<string, (value: unknown) => string | undefined> = new Map([
  ['repository', addressFrom],
  ['homepage', addressFrom],
  ['released', dayFrom],
  ['licence', licenceFrom],
]);

/** A text that says something, on one line; a licence text of pages is none. */
export function textFrom(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.length > longest ? '' : oneLine(value, longest);
  return text === '' || /^(?:unknown|none|null|undefined)$/i.test(text) ? undefined : text;
}

/** As a text; but NONE in capitals says that there is no licence (SPDX 2.3, 7.15), and is not left out as if nobody said. */
export function licenceFrom(value: unknown): string | undefined {
  return value === 'NONE' ? value : textFrom(value);
}

/** Licences that stand side by side, without a word on whether they are a choice or a sum; `undefined` when there are none. */
export function licencesFrom(values: readonly unknown[]): string | undefined {
  return [...new Set(values.flatMap((value) => licenceFrom(value) ?? []))].join(', ') || undefined;
}

/** What is longer is a licence text or a description, and no name. */
const longest = 500;

/** Names, joined; `undefined` when there are none. */
export function namesFrom(values: readonly unknown[]): string | undefined {
  return [...new Set(values.flatMap((value) => textFrom(value) ?? []))].join(', ') || undefined;
}

/** The first address that is a repository's by its host and path: what is stated of a project may be any page. */
export function repositoryAmong(addresses: readonly unknown[]): string | undefined {
  return addresses.find(
    (address): address is string =>
      typeof address === 'string' && /^https:\/\/(?:git|bitbucket|codeberg)[^/]*\/[^/]+\/[^/]+/.test(address),
  );
}

function addressFrom(value: unknown): string | undefined {
  const text =
    typeof value === 'string'
      ? value
          .trim()
          .replace(/^(?:git|scm:(?:git|svn|hg)):(?=\w+:)/, '')
          .replace(/^git\+/, '')
      : '';
  return /^(?:https?|git|ssh|svn|git\+ssh):\/\/[^\s/]/i.test(text) && !/\s/.test(text) && text.length <= longest
    ? withoutSecrets(text)
    : undefined;
}

/** The day of an instant in ISO 8601. */
function dayFrom(value: unknown): string | undefined {
  const day = typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}(?=T|\s|$)/.exec(value)?.[0] : undefined;
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day;
}
