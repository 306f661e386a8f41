import { HostError, UsageError } from '../../base/errors.ts';
import { frozenPath, inventoryName } from '../../base/releases/release-files.ts';
import { compareInventories } from '../../dossier/inventory/compare-inventories.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { InventoryDiff } from '../../model/inventory/inventory-diff.ts';
import { sha256 } from '../hash-sources.ts';
import type { Host, State } from '../host.ts';
import { findRelease, type FoundRelease } from '../releases/find-release.ts';
import { scan } from '../scan.ts';

/** What differs between two states of a product, and what could not be read of either. */
export type Diff = {
  readonly changes: InventoryDiff;
  readonly diagnostics: readonly Diagnostic[];
  /** False when a state holds nothing or an input of it was not understood: more may differ than is told. */
  readonly complete: boolean;
};

/**
 * Compares the inventories of two states: releases, commits, folders or files; without the second one, the first with the
 * folder as it is. Throws `UsageError` for a name that stands for nothing, or for two things.
 */
export async function diff(host: Host, before: string, after: string | undefined): Promise<Diff> {
  const [old, young] = [
    await takeState(host, before),
    after === undefined ? componentsOf(await scan(host)) : await takeState(host, after),
  ];
  return {
    changes: compareInventories(old.components, young.components),
    diagnostics: [...old.diagnostics, ...young.diagnostics],
    complete: old.complete && young.complete,
  };
}

type TakenState = Pick<Diff, 'diagnostics' | 'complete'> & { readonly components: readonly Component[] };

function componentsOf({ inventory, diagnostics, complete }: Awaited<ReturnType<typeof scan>>): TakenState {
  return { components: inventory.components, diagnostics, complete };
}

async function takeState(host: Host, name: string): Promise<TakenState> {
  const found = await findRelease(host, name.replace(/^release:/, ''));
  if (name.startsWith('release:')) return frozenState(found ?? unknownRelease(name));
  if (found === undefined) return scanState(name, host, await host.openState(name));
  const other = await stateOf(host, name);
  if (other !== undefined && !(await isSame(other, found))) throw ambiguous(name, other);
  return frozenState(found);
}

function unknownRelease(name: string): never {
  throw new UsageError(
    `no release "${name.slice('release:'.length)}" is recorded under soup/releases`,
    'Record it with `tureen release <version> --from <tag>`.',
  );
}

/** What else a name stands for; without git it stands for no commit. */
async function stateOf(host: Host, name: string): Promise<State | undefined> {
  try {
    return await host.openState(name);
  } catch (error) {
    if (error instanceof UsageError || error instanceof HostError) return undefined;
    throw error;
  }
}

/** A release is what the tag holds that it was frozen from, and the tag that was set on its record later. */
async function isSame({ commit, files }: State, { release }: FoundRelease): Promise<boolean> {
  if (commit === undefined) return false;
  if (commit === release.record.source?.commit) return true;
  const held = await files.read(frozenPath(release, inventoryName));
  const frozen = release.record.frozen.find(({ file }) => file === inventoryName);
  return held !== undefined && sha256(held) === frozen?.sha256;
}

function ambiguous(name: string, { kind }: State): UsageError {
  const other = kind === 'commit' ? `refs/tags/${name} or refs/heads/${name}` : `./${name}`;
  return new UsageError(
    `"${name}" is a release and also a ${kind}, which it was not frozen from`,
    `Write release:${name} for what was frozen, or ${other} for the ${kind}.`,
  );
}

function frozenState({ release, components, doubts, diagnostics }: FoundRelease): TakenState {
  const { file } = release;
  const doubted = doubts.map((message): Diagnostic => ({
    rule: 'diff/doubt',
    severity: 'warning',
    message: `release ${release.record.version} was frozen with a doubt: ${message}`,
    place: { file, keyPath: ['doubts'] },
    help: 'More may differ than is told.',
  }));
  return { components, diagnostics: [...diagnostics, ...doubted], complete: doubts.length === 0 };
}

/** The places of its diagnostics are written as git writes them, `v1.0:package-lock.json`: the folder may hold others. */
async function scanState(name: string, host: Host, { files, file }: State): Promise<TakenState> {
  const taken = componentsOf(await scan({ ...host, files }, file));
  const diagnostics = taken.diagnostics.map((one) => ({
    ...one,
    place: { ...one.place, file: `${name}:${one.place.file}` },
  }));
  return { ...taken, diagnostics };
}
