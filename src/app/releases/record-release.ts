import { counted } from '../../base/counted.ts';
import { UsageError } from '../../base/errors.ts';
import { evaluationName, inventoryName, releaseFolder, sbomName } from '../../base/releases/release-files.ts';
import { quote } from '../../base/quote.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { hashInventory } from '../../dossier/inventory/hash-inventory.ts';
import type { Component } from '../../model/component.ts';
import type { Device } from '../../model/records/device.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { day as isDay } from '../../model/records/record.ts';
import { releaseSchema, releaseVersion, type Release } from '../../model/releases/release.ts';
import { loadRecord } from '../../records/loading/load-record.ts';
import { kinds } from '../../records/loading/record-kinds.ts';
import { releaseText } from '../../records/writing/write-release.ts';
import { sha256 } from '../hash-sources.ts';
import type { Host, State } from '../host.ts';
import { withFrozenFacts } from '../inventory/with-frozen-facts.ts';
import { writeSbom } from '../sbom/write-sbom.ts';
import { scan, type Scan } from '../scan.ts';
import { today } from '../today.ts';
import { deviceOf } from './device-of.ts';
import { loadReleases } from './load-releases.ts';

/** A version that went to the field, as a person states it. */
export type ReleaseOrder = {
  readonly version: string;
  /** The day on which it was released; today where nobody says. */
  readonly date: string | undefined;
  readonly supportedUntil: string | undefined;
  /** The commit, folder or SBOM that it was; the folder as it stands where nobody says. */
  readonly from: string | undefined;
  readonly by: string;
};

/** What was frozen, where, and what keeps it from being all. */
export type RecordedRelease = {
  readonly release: Release;
  readonly written: readonly string[];
  readonly components: number;
  /** Of the inventory that was frozen. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why no evaluation was frozen with it; `undefined` where one was. */
  readonly unevaluated: string | undefined;
};

/**
 * Freezes the inventory of a version, its SBOM and what was known of it, and records the release beside them. It is no gate
 * and no approval. Throws `UsageError` for what cannot be recorded; then nothing is written.
 */
export async function recordRelease(host: Host, order: ReleaseOrder): Promise<RecordedRelease> {
  const device = await refuseContradictions(host, order);
  const state = order.from === undefined ? undefined : await host.openState(order.from);
  const source = { ...host, files: state?.files ?? host.files };
  const taken = await scan(source, state?.file);
  const { components } = taken.inventory;
  if (components.every(({ firstParty }) => firstParty))
    throw new UsageError(
      `nothing can be frozen for release ${order.version}: no components were found in ${order.from ?? 'this folder'}`,
      'Name the commit, folder or SBOM of the release with --from.',
    );
  const known = state?.file === undefined ? await evaluationOf(source, components, state?.name) : { missing: ofFile };
  const named = { ...device.device, version: order.version };
  const sbom = writeSbom(source, {
    inventory: await withFrozenFacts(source, taken.inventory),
    device: { ...device, device: named },
    fallbackName: named.name,
    format: 'cyclonedx-json',
    spec: undefined,
  });
  const contents: readonly (readonly [string, string | Uint8Array])[] = [
    [inventoryName, (await import('./inventory-text.ts')).inventoryText(components)],
    [sbomName, sbom],
    ...('bytes' in known ? [[evaluationName, known.bytes] as const] : []),
  ];
  const release: Release = {
    version: order.version,
    date: order.date ?? today(host),
    support: order.supportedUntil === undefined ? {} : { until: order.supportedUntil },
    ...(state !== undefined && { source: await sourceOf(state) }),
    recorded: { by: order.by, on: today(host) },
    frozen: contents.map(([file, content]) => ({ file, sha256: sha256(bytesOf(content)) })),
    doubts: doubtsOf(taken),
  };
  refuseFaults(release);
  const folder = releaseFolder(order.version);
  const all = new Map([...contents, ['release.yaml', releaseText(release)] as const]);
  await host.files.writeFolder(folder, all);
  return {
    release,
    written: [...all.keys()].map((file) => `${folder}/${file}`),
    components: components.length,
    diagnostics: [...taken.diagnostics, ...otherVersion(taken, release)],
    unevaluated: 'bytes' in known ? undefined : known.missing,
  };
}

async function refuseContradictions(host: Host, { version, date, supportedUntil, by }: ReleaseOrder): Promise<Device> {
  if (!checkSchema(releaseVersion, version).ok)
    throw new UsageError(
      `${quote(version)} is no name of a release`,
      "Use letters, digits, '.', '_', '+' and '-', up to 100 of them, and a letter or digit first.",
    );
  const day = today(host);
  const records = await loadReleases(host, [kinds.device, kinds.release]);
  const device = deviceOf(records);
  const { people } = device;
  if (!people.some(({ id }) => id === by))
    throw new UsageError(
      `nobody under people has the id "${by}"`,
      `People are ${people.map(({ id }) => id).join(', ') || 'not listed yet'}; add one in tureen.yaml.`,
    );
  const other = records.releases.find(({ record }) => record.version === version);
  if (other !== undefined)
    throw new UsageError(
      `release ${version} is recorded already, in ${other.file}`,
      'What went to the field is never frozen twice: give the new one a version of its own.',
    );
  const folder = `${releaseFolder(version)}/`;
  const { files } = await host.files.list();
  if (files.some(({ path }) => path.startsWith(folder)))
    throw new UsageError(
      `${folder} holds files, and no record of release ${version} that can be read`,
      'Restore its release.yaml from git, or take the folder away and freeze the release anew.',
    );
  for (const said of [date, supportedUntil])
    if (said !== undefined && !checkSchema(isDay, said).ok)
      throw new UsageError(`${quote(said)} is no day`, 'Write YYYY-MM-DD.');
  if (date !== undefined && date > day)
    throw new UsageError(`${date} is still to come`, 'Record a release when it has gone out.');
  if (supportedUntil !== undefined && supportedUntil < (date ?? day))
    throw new UsageError(
      `support until ${supportedUntil} would have ended before the release of ${date ?? day}`,
      'Correct one of the two days.',
    );
  return device;
}

function refuseFaults(release: Release): void {
  const checked = checkSchema(releaseSchema, release);
  const fault = checked.ok ? undefined : checked.problems[0];
  if (fault !== undefined)
    throw new UsageError(`"${fault.keyPath.join('.')}" ${fault.message}`, 'See `tureen release --help`.');
}

const ofFile = 'a single file tells of no evaluation';

/** The evaluation that lies in the same state, where it is of the same components. */
async function evaluationOf(
  { files }: Host,
  components: readonly Component[],
  name: string | undefined,
): Promise<{ readonly bytes: Uint8Array } | { readonly missing: string }> {
  const file = `soup/${evaluationName}`;
  const bytes = await files.read(file);
  if (bytes === undefined) return { missing: name === undefined ? `there is no ${file}` : `${name} holds no ${file}` };
  const { record, diagnostics } = loadRecord(kinds.evaluation, file, bytes);
  if (record === undefined) return { missing: diagnostics[0]?.message ?? `${file} cannot be read` };
  if (record.inventory === hashInventory(components)) return { bytes };
  return { missing: `${file} is about ${counted(record.components, 'component')} of another inventory` };
}

/** Of a path its last part alone: where it lay on somebody's machine tells nobody anything. */
async function sourceOf({ name, commit, file, files }: State): Promise<NonNullable<Release['source']>> {
  const bytes = file === undefined ? undefined : await files.read(file);
  return {
    ...(commit !== undefined && { commit }),
    name: commit === undefined ? (name.split(/[\\/]/).findLast((part) => part !== '') ?? name) : name,
    ...(bytes !== undefined && { sha256: sha256(bytes) }),
  };
}

/** An inventory that is not whole is frozen all the same, for it went to the field; but nobody is to take it for whole. */
function doubtsOf({ inventory, diagnostics, complete }: Scan): string[] {
  if (complete) return [];
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const files = inventory.files
    .filter(({ status }) => status === 'not-understood')
    .map(({ path, reason }) => `${path} was not understood: ${reason ?? 'no reason is told'}`);
  return [...new Set([...files, ...errors])].toSorted().slice(0, 200);
}

/** A state that calls itself by another version may be another. */
function otherVersion({ device }: Scan, { version }: Release): Diagnostic[] {
  const said = device?.device.version;
  if (said === undefined || said === version) return [];
  return [
    {
      rule: 'release/other-version',
      severity: 'warning',
      message: `what was frozen as release ${version} calls itself version ${said} in its tureen.yaml`,
      place: { file: 'tureen.yaml', keyPath: ['device', 'version'] },
      help: 'Check that the right state was frozen; where it was not, take the folder away and name another with --from.',
    },
  ];
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
