import { UsageError } from '../../base/errors.ts';
import type { SafetyClass } from '../../model/clause.ts';
import type { Component } from '../../model/component.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';
import { scaffoldDevice, type Proposed } from '../../records/scaffolds/scaffold-device.ts';
import type { Host } from '../host.ts';
import { groupSources } from './group-sources.ts';
import { takeInventory } from '../inventory/take-inventory.ts';

/** What a person said about the device; what nobody said is taken from the files, or left open and marked. */
export type InitAnswers = {
  readonly name?: string;
  readonly version?: string;
  readonly manufacturer?: string;
  readonly class?: SafetyClass;
};

/** A `tureen.yaml` that was written, and what in it a person has yet to decide. */
export type Initialised = {
  readonly file: string;
  readonly softwareItems: number;
  readonly inventory: Inventory;
  readonly open: readonly string[];
};

/** Writes the `tureen.yaml` of a repository that has none. Throws `UsageError` when there is one. */
export async function init(host: Host, answers: InitAnswers): Promise<Initialised> {
  const { files, unlisted } = await host.files.list();
  const existing = [...files, ...unlisted].find(({ path }) => /^tureen\.ya?ml\/?$/i.test(path));
  if (existing !== undefined) {
    throw new UsageError(
      `there is a ${existing.path} already`,
      'Edit it, or run `tureen draft` for records of packages that have none.',
    );
  }
  const inventory = await takeInventory(host);
  await host.files.edit([{ path: 'tureen.yaml', text: proposeDevice(inventory, answers), before: undefined }]);
  const softwareItems = groupSources(inventory).length;
  return { file: 'tureen.yaml', softwareItems, inventory, open: openQuestions(inventory, answers, softwareItems) };
}

/** The text of a `tureen.yaml` from what the files tell and a person answered; the rest is marked `TBD`, never made up. */
function proposeDevice(inventory: Inventory, answers: InitAnswers): string {
  const product = productOf(inventory);
  return scaffoldDevice({
    name: answered(answers.name) ?? proposed(product?.name, product) ?? open('as on the label'),
    version: answered(answers.version) ?? proposed(product?.version, product),
    manufacturer: answered(answers.manufacturer) ?? open('the legal manufacturer'),
    class: answers.class,
    items: groupSources(inventory),
    notUnderstood: inventory.files
      .filter(({ status, reader }) => status === 'not-understood' && reader === undefined)
      .map(({ path, reason }) => `${path}: ${reason ?? 'not understood'}`),
  });
}

function openQuestions(inventory: Inventory, answers: InitAnswers, softwareItems: number): string[] {
  const product = productOf(inventory);
  const noName = answered(answers.name) === undefined;
  return [
    ...(noName && product === undefined ? ['device.name is TBD: write the name as on the label'] : []),
    ...(noName && product !== undefined
      ? [`device.name is taken from ${placeOf(product)}: compare it with the label`]
      : []),
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
  ];
}

/** The product's own package, when the files in the root tell of just one. */
function productOf({ components }: Inventory): Component | undefined {
  const own = components.filter(
    ({ firstParty, foundAt }) => firstParty && foundAt.some(({ file }) => !file.includes('/')),
  );
  return own.length === 1 ? own[0] : undefined;
}

function placeOf({ foundAt }: Component): string {
  return foundAt.map(({ file, line }) => `${file}:${line}`)[0] ?? 'the files';
}

function answered(answer: string | undefined): Proposed | undefined {
  const value = answer?.trim().replace(/\s+/g, ' ');
  return value === undefined || value === '' ? undefined : { value, note: undefined };
}

function proposed(value: string | undefined, product: Component | undefined): Proposed | undefined {
  return value === undefined || product === undefined ? undefined : { value, note: `taken from ${placeOf(product)}` };
}

function open(note: string): Proposed {
  return { value: 'TBD', note };
}
