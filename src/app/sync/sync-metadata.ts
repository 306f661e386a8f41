import { counted } from '../../base/counted.ts';
import { metadataFile } from '../../base/packages/metadata-file.ts';
import { UsageError } from '../../base/errors.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Metadata, PackageMetadata } from '../../model/inventory/metadata.ts';
import type { RegistryName } from '../../model/plugs/registry.ts';
import { registries } from '../../registries/index.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { askRegistry } from './ask-registry.ts';
import { freezePackage } from './freeze-package.ts';
import { inTurns } from './in-turns.ts';
import { metadataText } from './metadata-text.ts';
import type { RegistryCounts, RegistryPlace } from './registry-source.ts';
import { wantedPackages, type WantedPackage, type WantedVersion } from './wanted-packages.ts';

/** What is asked for, and how a person hears of it. */
export type MetadataOrder = {
  /** Places that a person named besides the configuration; they are asked first. */
  readonly named: readonly RegistryPlace[];
  /** Hosts that may be sent what the repository's files take from the environment. */
  readonly trusted?: readonly string[];
  readonly progress: (done: number, total: number, name: string) => void;
};

/** What was frozen, and what stays unknown. */
export type MetadataSync = {
  readonly file: string;
  readonly packages: number;
  /** Versions with facts, versions that no source knows, and those that stood from an earlier run of the same day. */
  readonly known: number;
  readonly unknown: number;
  readonly kept: number;
  readonly counts: RegistryCounts;
  readonly diagnostics: readonly Diagnostic[];
};

/** Asks registries for facts about the packages of the inventory, and freezes the answers; also those of a run that is stopped. */
export async function syncMetadata(
  host: Host,
  { named, trusted = [], progress }: MetadataOrder,
): Promise<MetadataSync> {
  let standing = await host.files.read(metadataFile);
  const { dossier } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const { today, metadata: before, inventory } = dossier;
  const opened = await host.openRegistries([...trusted, ...named.map(({ address }) => address)]);
  const wanted = wantedPackages(inventory.components, [...named, ...opened.places]);
  const asked = wanted.filter(({ versions }) => versions.some(isAsked));
  const purls = new Map(wanted.flatMap(({ versions }) => versions.map((one) => [one.purl, one] as const)));
  const frozen = new Map((before?.packages ?? []).filter(({ purl }) => purls.has(purl)).map((one) => [one.purl, one]));
  const kept = new Set(
    [...frozen.values()].filter((one) => isOf(one, today, purls.get(one.purl))).map(({ purl }) => purl),
  );
  const write = async () => {
    const before = standing;
    standing = new TextEncoder().encode(metadataText(frozen.values()));
    await host.files.edit([{ path: metadataFile, text: standing, before }]);
  };
  let done = 0;
  await inTurns(atOnce, asked, async ({ name, registry, versions }) => {
    for (const version of versions) {
      if (kept.has(version.purl) || !isAsked(version)) continue;
      const answers = [...(await askRegistry(opened, registry, version, today))];
      for (const collection of version.collections)
        for (const each of await askRegistry(
          opened,
          collection.registry,
          { ...version, bases: [collection.base] },
          today,
        ))
          answers.push(each);
      frozen.set(version.purl, freezePackage(version.purl, answers, before, today));
    }
    done++;
    progress(done, asked.length, name);
    if (done % writtenEach === 0) await write();
  });
  await write();
  const all = [...frozen.values()];
  const known = all.filter(({ answers }) => answers.some(({ facts }) => facts !== undefined)).length;
  const notes = [...opened.notes.map(unusable), ...unaddressed(wanted), ...refusals(all)];
  const totals = { packages: wanted.length, known, unknown: purls.size - known, kept: kept.size };
  return { file: metadataFile, ...totals, counts: opened.counts(), diagnostics: notes };
}

/** Registries are asked for so many packages at the same time. */
const atOnce = 6;

/** After so many packages what is known is written, so that a run that is stopped can be gone on with. */
const writtenEach = 20;

function isAsked({ bases, collections }: WantedVersion): boolean {
  return bases.length + collections.length > 0;
}

/** Whether every source that is asked gave all that it knows on a day, so that nothing is to be asked again. */
function isOf({ answers }: PackageMetadata, day: string, version: WantedVersion | undefined): boolean {
  const { bases = [], collections = [], wanted } = version ?? {};
  const sources = [...(bases.length > 0 ? [wanted?.type] : []), ...collections.map(({ registry }) => registry.name)];
  return (
    sources.length > 0 &&
    sources.every((kind) => {
      const some = answers.filter(({ registry }) => registry === kind);
      return some.length > 0 && some.every(({ asOf, unknown }) => asOf === day && unknown === undefined);
    })
  );
}

function unusable(message: string): Diagnostic {
  return note(message, 'Correct it, or name the registry with --registry.');
}

function unaddressed(wanted: readonly WantedPackage[]): readonly Diagnostic[] {
  const without = wanted.filter(({ versions }) => versions.every(({ bases }) => bases.length === 0));
  const byKind = Map.groupBy(without, ({ registry }) => registry.name);
  return [...byKind].map(([kind, packages]) => {
    const registry = registries.find(({ name }) => name === kind);
    const message = `${counted(packages.length, 'package')} of type ${kind} ${packages.length === 1 ? 'was' : 'were'} not asked for: no file or configuration names a ${registry?.title ?? kind}`;
    return note(message, `Name it: ${registry?.configured ?? ''}; or --registry ${kind}=<address>.`);
  });
}

function refusals(all: Metadata['packages']): readonly Diagnostic[] {
  const without = all.flatMap(({ purl, answers }) => {
    const silent = answers.filter(
      ({ registry }) =>
        !answers.some((one) => one.registry === registry && one.facts !== undefined && one.unknown === undefined),
    );
    return silent.flatMap(({ registry, unknown }) => (unknown === undefined ? [] : [{ purl, registry, unknown }]));
  });
  const byReason = Map.groupBy(without, ({ registry, unknown }) => `${registry}: ${unknown}`);
  return [...byReason].map(([reason, some]) => {
    const names = some
      .slice(0, 3)
      .map(({ purl }) => purl)
      .join(', ');
    const rest = some.length > 3 ? ` and ${some.length - 3} more` : '';
    return note(
      `${reason} (${names}${rest}); kept as unknown`,
      'It is asked for again by the next `tureen sync --metadata`.',
    );
  });
}

function note(message: string, help: string): Diagnostic {
  return { rule: 'sync/metadata', severity: 'warning', message, place: { file: metadataFile }, help };
}

/** Reads what a person names with --registry: `npm=https://…`. Throws `UsageError`. */
export function namedPlace(words: string): RegistryPlace {
  const [, kind, address] = /^([a-z]+)=(.+)$/s.exec(words) ?? [];
  const registry: RegistryName | undefined = registries.find(({ name }) => name === kind)?.name;
  if (registry !== undefined && address !== undefined && /^(?:sparse\+)?https?:\/\/[^/]/.test(address))
    return { registry, address, from: '--registry' };
  throw new UsageError(
    `"${words}" names no registry`,
    `Write it as <kind>=https://…, with a kind of ${registries.map(({ name }) => name).join(', ')}.`,
  );
}
