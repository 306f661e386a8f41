import { z } from 'zod';
import { salvage } from '../base/formats/salvage.ts';
import type { Registry, RegistryReading } from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom, licencesFrom } from './told.ts';

const schema = z.object({
  'dist-tags': z.record(z.string(), z.unknown()).optional(),
  time: z.record(z.string(), z.unknown()).optional(),
  versions: z.record(z.string(), z.unknown()),
});

const manifestSchema = z.object({
  license: z.unknown().optional(),
  licenses: z.unknown().optional(),
  author: z.unknown().optional(),
  homepage: z.unknown().optional(),
  repository: z.unknown().optional(),
  deprecated: z.unknown().optional(),
  _npmUser: z.object({ name: z.string().optional(), trustedPublisher: z.unknown().optional() }).optional(),
});

type Manifest = z.infer<typeof manifestSchema>;

/** A registry of npm packages: one document a package, with all its versions. */
export const npm: Registry = {
  name: 'npm',
  title: 'npm registry',
  configured: 'registry= in .npmrc, or resolved in the lockfile',
  ask: ({ namespace, name }, answers) =>
    answers.has('package')
      ? undefined
      : {
          name: 'package',
          path: [namespace === undefined ? name : `${namespace}/${name}`],
          accept: 'application/json',
        },
  read: ({ version }, answers): RegistryReading => {
    const text = answers.get('package');
    if (text === undefined) return { kind: 'absent', reason: 'the registry does not know the package' };
    const answer = jsonAnswer(schema, text);
    if (answer.kind === 'damaged') return answer;
    const { versions, time, 'dist-tags': tags } = answer.value;
    const stated = Object.hasOwn(versions, version) ? versions[version] : undefined;
    const manifest = Array.isArray(stated) ? undefined : salvage(manifestSchema, stated).value;
    if (manifest === undefined) return { kind: 'absent', reason: `the registry knows the package without ${version}` };
    return {
      kind: 'facts',
      facts: factsFrom({
        supplier: publisherOf(manifest),
        originator: nameOf(manifest.author),
        licence: licenceOf(manifest),
        repository: repositoryOf(manifest.repository),
        homepage: manifest.homepage,
        deprecated: manifest.deprecated === true ? 'without a reason' : manifest.deprecated,
        latest: tags?.['latest'],
        released: time?.[version],
      }),
    };
  },
  baseOf: (download, { namespace, name }) => {
    const full = namespace === undefined ? name : `${namespace}/${name}`;
    const plain = download.replace(/%2f/gi, '/');
    const at = plain.lastIndexOf(`/${full}/-/`);
    return at === -1 || !/^https?:\/\//.test(plain) ? undefined : plain.slice(0, at);
  },
};

/** A person's account; where a machine published, that says nothing of who it did it for. */
function publisherOf({ _npmUser: user }: Manifest): string | undefined {
  return user?.trustedPublisher === undefined ? user?.name : undefined;
}

/** A text, or the objects that were usual before SPDX expressions; one without a name is known by its address. */
function licenceOf({ license, licenses }: Manifest): string | undefined {
  const stated = license ?? licenses;
  const list: readonly unknown[] = Array.isArray(stated) ? stated : [stated];
  return licencesFrom(list.map((one) => (isObject(one) ? (one['type'] ?? one['name'] ?? one['url']) : one)));
}

function repositoryOf(stated: unknown): unknown {
  const text = isObject(stated) ? stated['url'] : stated;
  return typeof text === 'string' ? text.replace(/^git:\/\/(?=[^/]+\.)/, 'https://') : undefined;
}

/** `Name <mail> (address)`, or an object. */
function nameOf(person: unknown): unknown {
  if (isObject(person)) return person['name'];
  return typeof person === 'string' ? person.slice(0, 300).split(/[<(]/)[0] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
