import { z } from 'zod';
import { foldersAbove } from '../../base/paths/folders-above.ts';
import { entryProblem, leftToLock, shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { parseYaml } from '../../base/formats/yaml/yaml.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { espComponent } from './esp-component.ts';
import { scopeAt } from './esp-components.ts';

/** Reads what a component of ESP-IDF asks for; which versions a build takes, and what they bring in, only the lockfile tells. */
export const idfComponent: Reader = {
  name: 'idf-component',
  title: 'idf_component.yml of ESP-IDF',
  capabilities: { scope: true, graph: false, hashes: false, licence: false, direct: true },
  companions: (_, path) => locksAbove(path),
  read: ({ path, text, companions }) => {
    const yaml = parseYaml(text, 'text');
    if (yaml.problems.length > 0)
      return unreadable(...yaml.problems.slice(0, 5).map(({ message, at }) => syntaxProblem(path, message, at)));
    const lineOf = (keyPath: readonly (string | number)[]) => yaml.placeOf(keyPath).line;
    const manifest = checkSchema(manifestSchema, yaml.value === null ? {} : yaml.value);
    if (!manifest.ok) return unreadable(...shapeProblems(path, manifest.problems, lineOf));
    const lock = locksAbove(path).find((file) => companions.has(file));
    if (lock !== undefined) return unreadable(leftToLock(path, lock));
    const components = Object.entries(manifest.value.dependencies ?? {}).flatMap(([name, asked]) =>
      askedComponent(name, asked, { file: path, line: lineOf(['dependencies', name]) }),
    );
    return { components, graph: 'none', diagnostics: components.length === 0 ? [] : [declaredOnly(path)] };
  },
};

const none = z.literal(['', 'null']).transform(() => undefined);

const askedSchema = z.union([
  z.string().transform((version) => ({ version, git: undefined, path: undefined, registry_url: undefined })),
  z.looseObject({
    version: z.string().default('*'),
    git: z.string().optional(),
    path: z.string().optional(),
    registry_url: z.string().optional(),
  }),
]);

const manifestSchema = z.looseObject({
  dependencies: z.union([z.record(z.string(), askedSchema), none]).optional(),
});

/** A version in full is exact, anything else a range; without a namespace a component is one of Espressif's. */
function askedComponent(name: string, asked: z.infer<typeof askedSchema>, at: LinePlace): Component[] {
  const { git, path, registry_url: registry, version } = asked;
  const type = name === 'idf' ? 'idf' : git === undefined ? (path === undefined ? 'service' : 'local') : 'git';
  const isExact = /^(?:==)?\s*\d+\.\d+\.\d+(?:[-+~][0-9A-Za-z.+~-]+)?$/.test(version);
  const isNone = type === 'git' ? version === '*' : !isExact;
  const full = type === 'service' && !name.includes('/') ? `espressif/${name}` : name;
  const entry = {
    source: { type, git, path, registry_url: registry },
    version: isNone ? undefined : version.replace(/^==\s*/, ''),
  };
  const component = espComponent(full, entry, at);
  if (component === undefined) return [];
  const evidence = scopeAt(at);
  const told = { ...component, scope: evidence.scope, scopeEvidence: [evidence], relation: 'direct' as const };
  const isRange = !isExact && (type === 'service' || type === 'idf');
  return [isRange ? { ...told, pinning: { kind: 'range', asked: version || '*' } } : told];
}

/** A project keeps one lockfile, above its components. */
function locksAbove(path: string): readonly string[] {
  return foldersAbove(path).map((folder) => `${folder}dependencies.lock`);
}

function declaredOnly(path: string): Diagnostic {
  return entryProblem(
    { file: path },
    `${path} tells what is asked for, not which versions the build takes nor what they bring in`,
    'Build the project with ESP-IDF and commit dependencies.lock.',
  );
}
