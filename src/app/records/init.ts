import { UsageError } from '../../base/errors.ts';
import type { SafetyClass } from '../../model/clause.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';
import { nameIds } from '../../records/scaffolds/name-ids.ts';
import { scaffoldDevice, type Proposed } from '../../records/scaffolds/scaffold-device.ts';
import type { Host } from '../host.ts';
import { groupSources } from './group-sources.ts';
import { takeInventory } from '../inventory/take-inventory.ts';
import { statedProduct, type Stated, type StatedProduct } from './stated-product.ts';

/** What a person said about the device; what nobody said is taken from the files, or left open and marked. */
export type InitAnswers = {
  readonly name?: string;
  readonly version?: string;
  readonly manufacturer?: string;
  readonly class?: SafetyClass;
  /** Names of those who judge, approve and record. */
  readonly people?: readonly string[];
};

/** A `tureen.yaml` that was written, and what in it a person has yet to decide. */
export type Initialised = {
  readonly file: string;
  readonly softwareItems: number;
  readonly inventory: Inventory;
  readonly open: readonly string[];
};

/** A repository that has no `tureen.yaml` yet: its inventory, and what its files call the product. */
export type Uninitialised = { readonly inventory: Inventory; readonly product: StatedProduct };

/** Looks at a repository, before anybody is asked. Throws `UsageError` when it has a `tureen.yaml`. */
export async function openUninitialised(host: Host): Promise<Uninitialised> {
  const { files, unlisted } = await host.files.list();
  const existing = [...files, ...unlisted].find(({ path }) => /^tureen\.ya?ml\/?$/i.test(path));
  if (existing !== undefined) {
    throw new UsageError(
      `there is a ${existing.path} already`,
      'Edit it, or run `tureen draft` for records of packages that have none.',
    );
  }
  const inventory = await takeInventory(host);
  return { inventory, product: await statedProduct(host, inventory) };
}

/** Writes the `tureen.yaml` of a repository that has none. Throws `UsageError` when there is one. */
export async function init(host: Host, answers: InitAnswers, opened?: Uninitialised): Promise<Initialised> {
  const { inventory, product } = opened ?? (await openUninitialised(host));
  const text = proposeDevice(inventory, product, answers);
  await host.files.edit([{ path: 'tureen.yaml', text, before: undefined }]);
  const softwareItems = groupSources(inventory).length;
  return { file: 'tureen.yaml', softwareItems, inventory, open: openQuestions(product, answers, softwareItems) };
}

/** The text of a `tureen.yaml` from what the files tell and a person answered; the rest is marked `TBD`, never made up. */
function proposeDevice(inventory: Inventory, { name, version }: StatedProduct, answers: InitAnswers): string {
  return scaffoldDevice({
    name: answered(answers.name) ?? proposed(name) ?? open('as on the label'),
    version: answered(answers.version) ?? proposed(version),
    manufacturer: answered(answers.manufacturer) ?? open('the legal manufacturer'),
    class: answers.class,
    items: groupSources(inventory),
    people: nameIds(namesIn(answers)),
    notUnderstood: inventory.files
      .filter(({ status, reader }) => status === 'not-understood' && reader === undefined)
      .map(({ path, reason }) => `${path}: ${reason ?? 'not understood'}`),
  });
}

function openQuestions({ name, version }: StatedProduct, answers: InitAnswers, softwareItems: number): string[] {
  const taken = (key: string, stated: Stated) =>
    `device.${key} is taken from ${stated.from}: compare it with the label`;
  return [
    ...(answered(answers.name) !== undefined
      ? []
      : [name === undefined ? 'device.name is TBD: write the name as on the label' : taken('name', name)]),
    ...(answered(answers.version) !== undefined
      ? []
      : [version === undefined ? 'device.version is left out: write the one on the label' : taken('version', version)]),
    ...(answered(answers.manufacturer) === undefined
      ? ['device.manufacturer is TBD: write the legal manufacturer; `tureen check` reports it until then']
      : []),
    ...(softwareItems === 0 ? ['softwareItems is empty: no lockfile or package database was found'] : []),
    ...(softwareItems > 0 && answers.class === undefined
      ? ['each software item stands at class C because nobody has decided its class (4.3)']
      : []),
    ...(softwareItems > 0
      ? ['each folder with inputs was taken as a software item: compare that with your architecture']
      : []),
    ...(namesIn(answers).length === 0
      ? ['people is left out: verdicts, approvals and releases are by somebody who is listed there']
      : []),
  ];
}

function namesIn({ people = [] }: InitAnswers): readonly string[] {
  return people.flatMap((name) => answered(name)?.value ?? []);
}

function answered(answer: string | undefined): Proposed | undefined {
  const value = answer?.trim().replace(/\s+/g, ' ');
  return value === undefined || value === '' ? undefined : { value, note: undefined };
}

function proposed(stated: Stated | undefined): Proposed | undefined {
  return stated && { value: stated.value, note: `taken from ${stated.from}` };
}

function open(note: string): Proposed {
  return { value: 'TBD', note };
}
