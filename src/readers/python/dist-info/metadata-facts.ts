import { withoutSecrets } from '../../../base/packages/repositories/package-address.ts';
import type { Component, LicenceStatement } from '../../../model/component.ts';
import type { CoreMetadata } from '../../../base/formats/core-metadata.ts';

type Told = Pick<Component, 'licences' | 'supplier' | 'homepage' | 'repository' | 'description'>;

/** What a package's metadata tells of it beside its name, version and needs. */
export function metadataFacts(metadata: CoreMetadata, file: string, known: Pick<Component, 'repository'>): Told {
  const first = (name: string) =>
    metadata
      .get(name)
      ?.map(({ value }) => value)
      .find(isTold);
  const addresses = projectAddresses(metadata);
  return {
    licences: licencesOf(metadata, file),
    supplier:
      personOf(first('author'), first('author-email')) ?? personOf(first('maintainer'), first('maintainer-email')),
    homepage: addressOf(first('home-page') ?? addresses.get('homepage')),
    repository: known.repository ?? addressOf(repositoryLabels.flatMap((label) => addresses.get(label) ?? [])[0]),
    description: first('summary'),
  };
}

/** Words by which projects label the address of their source code (well-known labels of the packaging guide). */
const repositoryLabels = ['source', 'repository', 'sourcecode', 'github'];

function isTold(value: string): boolean {
  return value !== '' && value !== 'UNKNOWN';
}

function projectAddresses(metadata: CoreMetadata): ReadonlyMap<string, string> {
  return new Map(
    (metadata.get('project-url') ?? []).flatMap(({ value }) => {
      const [, label, address] = /^([^,]*),\s*(\S+)$/.exec(value) ?? [];
      return label === undefined || address === undefined
        ? []
        : [[label.toLowerCase().replace(/[^a-z]/g, ''), address] as const];
    }),
  );
}

function addressOf(address: string | undefined): string | undefined {
  return address === undefined || !/^https?:\/\//.test(address) ? undefined : withoutSecrets(address);
}

/** A name alone, or the one before an address of electronic mail. */
function personOf(name: string | undefined, mail: string | undefined): string | undefined {
  return name ?? (/^"?([^"<@]*[^"<@\s])"?\s*</.exec(mail?.slice(0, longestName) ?? '')?.[1] || undefined);
}

/** An expression (PEP 639) says all; before it came a field of free text, and classifiers. A whole text is no name. */
function licencesOf(metadata: CoreMetadata, file: string): readonly LicenceStatement[] {
  const stated = (name: string) => (metadata.get(name) ?? []).filter(({ value }) => isTold(value));
  const [expression] = stated('license-expression');
  if (expression !== undefined) return [{ expression: expression.value, at: { file, line: expression.line } }];
  const named = stated('license').find(({ value }) => !value.includes('\n') && value.length <= longestName);
  if (named !== undefined) return [{ expression: named.value, at: { file, line: named.line } }];
  return stated('classifier').flatMap(({ value, line }) => {
    const [kind, ...words] = value.split(' :: ');
    const name = words.at(-1);
    return kind !== 'License' || name === undefined || name === 'OSI Approved'
      ? []
      : [{ expression: name, at: { file, line } }];
  });
}

const longestName = 100;
