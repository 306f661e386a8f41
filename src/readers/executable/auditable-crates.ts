import { bareComponent } from '../../base/packages/bare-component.ts';
import { inflateSync } from 'node:zlib';
import { z } from 'zod';
import { decodeText } from '../../base/decode-text.ts';
import type { Executable } from '../../base/binaries/executable.ts';
import { parseJson } from '../../base/formats/json/json.ts';
import { formatPurl } from '../../base/packages/purl.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Component, Relation } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Broken } from './go-build-info.ts';

const schema = z.object({
  packages: z
    .array(
      z.object({
        name: z.string().min(1),
        version: z.string().min(1),
        source: z.string(),
        kind: z.string().default('runtime'),
        dependencies: z.array(z.number()).default([]),
        root: z.boolean().default(false),
      }),
    )
    .max(50_000),
});

type Crate = z.infer<typeof schema>['packages'][number];

/**
 * Finds the crates that cargo auditable embeds as JSON, deflated, in the section `.dep-v0`. Whether the crate that the
 * program was built from is the product's own nobody can see there; it is listed like any other.
 */
export async function auditableCrates(
  file: Executable,
  at: LinePlace,
): Promise<{ readonly components: readonly Component[] } | Broken | undefined> {
  const section = file.sections.find(({ name }) => name === '.dep-v0' || name === 'rust-deps-v0');
  if (section === undefined) return undefined;
  const text = inflate(await file.contentOf(section, mostBytes));
  const json = text === undefined ? undefined : parseJson(text);
  if (json === undefined || 'message' in json) return { reason: 'the list of crates in it is damaged' };
  const checked = checkSchema(schema, json.value);
  if (!checked.ok) return { reason: 'the list of crates in it is none that cargo auditable writes' };
  const crates = checked.value.packages;
  const direct = new Set(crates.filter(({ root }) => root).flatMap(({ dependencies }) => dependencies));
  return {
    components: crates.map((crate, index) => componentOf(crate, relation(crate, direct.has(index)), crates, at)),
  };
}

/** No list of crates comes near. */
const mostBytes = 2 ** 23;

function inflate(bytes: Uint8Array): string | undefined {
  try {
    return decodeText(inflateSync(bytes, { maxOutputLength: 8 * mostBytes }));
  } catch {
    return undefined;
  }
}

function relation({ root }: Crate, isDirect: boolean): Relation {
  return root || isDirect ? 'direct' : 'transitive';
}

function componentOf(crate: Crate, relation: Relation, crates: readonly Crate[], at: LinePlace): Component {
  const { name, version, kind, dependencies } = crate;
  const scope = kind === 'build' ? 'development' : kind === 'runtime' ? 'runtime' : 'unknown';
  const reason = scope === 'runtime' ? 'linked into this executable' : `"kind": "${kind}" in this executable`;
  return {
    ...bareComponent({ type: 'cargo', name, version }, at),
    scope,
    scopeEvidence: [{ scope, reason, at }],
    relation,
    dependsOn: [...new Set(dependencies.flatMap((index) => crates[index] ?? []).map(cratePurl))].toSorted(),
  };
}

function cratePurl({ name, version }: Crate): string {
  return formatPurl({ type: 'cargo', name, version });
}
