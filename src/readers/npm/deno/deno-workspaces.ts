import { z } from 'zod';
import { parseJsonc } from '../../../base/formats/json/jsonc.ts';
import { resolvePath } from '../../../base/paths/resolve-path.ts';
import { salvage } from '../../../base/formats/salvage.ts';
import type { ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type { DenoLock, DenoMember } from './deno-lock-schema.ts';
import { jsrComponent, splitKey } from './deno-packages.ts';
import type { Workspace } from '../link-lock.ts';
import type { LockEntry } from '../lock-graph.ts';
import { npmComponent } from '../npm-package.ts';
import { parsePackageManifest, type PackageManifest } from '../package-manifest.ts';

/** The configuration files of a deno.lock's members, the root among them. */
export function denoFiles(lock: string, text: string): readonly string[] {
  const json = parseJsonc(text);
  const { value } = salvage(membersSchema, 'value' in json ? json.value : undefined);
  const folders = Object.keys(value?.workspace?.members ?? {});
  return ['.', ...folders].flatMap((folder) =>
    [...settings, 'package.json'].flatMap((name) => fileIn(lock, folder, name)),
  );
}

/** What the members ask for. Deno's own imports do not tell what ships; a package.json does. */
export function denoWorkspaces(
  lock: DenoLock,
  file: string,
  at: (keyPath: KeyPath) => LinePlace,
  companions: ReadonlyMap<string, string>,
  diagnostics: Diagnostic[],
): readonly Workspace[] {
  const members = Object.entries(lock.workspace?.members ?? {});
  const all: readonly (readonly [string, DenoMember, KeyPath])[] = [
    ['.', lock.workspace ?? {}, ['workspace']],
    ...members.map(([folder, member]) => [folder, member, ['workspace', 'members', folder]] as const),
  ];
  return all.map(([folder, member, keyPath]) => {
    const manifest = fileIn(file, folder, 'package.json').flatMap((path) => {
      const text = companions.get(path);
      return (text === undefined ? undefined : parsePackageManifest(path, text, diagnostics)) ?? [];
    })[0];
    const entry = entryOf(file, folder, companions, manifest, at(keyPath));
    const owner = entry?.facts.name ?? (folder === '.' ? 'the root' : folder);
    const unknown = (reason: string, path: KeyPath): ScopeEvidence => ({
      scope: 'unknown',
      reason,
      at: at([...keyPath, ...path]),
    });
    const own = (member.dependencies ?? []).map((specifier) =>
      askFor(specifier, unknown(`imports of ${owner}, which do not tell what ships`, ['dependencies'])),
    );
    const listed = (member.packageJson?.dependencies ?? []).map((specifier) => {
      const list = manifest?.lists.find(({ ranges }) =>
        [...ranges].some(([name, range]) => nameIn(/^(?:npm|jsr):/.test(range) ? range : name) === nameIn(specifier)),
      );
      const told = list && { scope: list.scope, reason: list.reason, at: list.at };
      return askFor(specifier, told ?? unknown(`package.json of ${owner}, which is not there`, ['packageJson']));
    });
    return { folder, entry, asks: [...own, ...listed] };
  });
}

/** What is asked for by a specifier; Deno locks what a module imports, and so what is missing is not used. */
export function askFor(specifier: string, evidence: ScopeEvidence): Workspace['asks'][number] {
  return { name: nameIn(specifier), range: specifier, isOptional: true, evidence };
}

/** The name in a specifier: `@std/path` of `jsr:@std/path@^1.0.0`. */
export function nameIn(specifier: string): string {
  return splitKey(specifier.replace(/^(?:npm|jsr):\/?/, ''))[0];
}

const settings = ['deno.json', 'deno.jsonc'] as const;

const membersSchema = z.object({
  workspace: z.object({ members: z.record(z.string(), z.unknown()).optional() }).optional(),
});

const settingsSchema = z.object({ name: z.string().min(1).optional(), version: z.string().min(1).optional() });

function fileIn(lock: string, folder: string, name: string): readonly string[] {
  const path = resolvePath(lock, `${folder}/${name}`);
  return path === undefined ? [] : [path];
}

/** Deno's own settings name a package of JSR; where they do not, package.json names one of npm. */
function entryOf(
  file: string,
  folder: string,
  companions: ReadonlyMap<string, string>,
  manifest: PackageManifest | undefined,
  at: LinePlace,
): LockEntry | undefined {
  for (const path of settings.flatMap((name) => fileIn(file, folder, name))) {
    const text = companions.get(path);
    const json = text === undefined ? undefined : parseJsonc(text);
    const { value } = salvage(settingsSchema, json && 'value' in json ? json.value : undefined);
    if (value?.name !== undefined)
      return { facts: jsrComponent(value.name, value.version, undefined, at), kind: 'root' };
  }
  const { name, version } = manifest ?? {};
  return name === undefined ? undefined : { facts: npmComponent({ name, version, at }), kind: 'root' };
}
