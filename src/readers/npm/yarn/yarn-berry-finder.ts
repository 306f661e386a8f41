import { parsePlainYaml } from '../../../base/formats/yaml/plain-yaml.ts';
import { entryProblem } from '../../../base/reading.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { UnlinkedLock } from '../link-lock.ts';
import type { LockEntry } from '../lock-graph.ts';
import type { BerryNode } from './yarn-berry-node.ts';
import { yarnrcSchema } from './yarn-berry-schema.ts';
import { yarnrcBeside } from './yarn-berry-workspaces.ts';
import { patchedDescriptor, splitDescriptor } from './yarn-locator.ts';
import { yarnResolutions } from './yarn-resolutions.ts';

/**
 * Finds the entries for a range: by the key that has it, by what the root's resolutions put in its place, or, where only
 * one entry has the name, that. A patch takes the place of what it was made for, and both are found.
 */
export function berryFinder(
  lock: string,
  nodes: readonly BerryNode[],
  companions: ReadonlyMap<string, string>,
  diagnostics: Diagnostic[],
): UnlinkedLock['find'] {
  const byDescriptor = new Map<string, LockEntry[]>();
  const byName = new Map<string, LockEntry[]>();
  for (const { entry, descriptors } of nodes) {
    for (const descriptor of new Set(descriptors)) {
      const [name, range] = splitDescriptor(descriptor);
      const source = patchedDescriptor(range);
      add(byDescriptor, `${name}@${range}`, entry);
      if (source !== undefined) add(byDescriptor, source, entry);
      add(byName, name, entry);
    }
  }
  const only = new Map([...byName].filter(([, named]) => new Set(named.map(({ facts }) => facts.purl)).size === 1));
  const held = (name: string, range: string): readonly LockEntry[] => {
    const found = [`${name}@${range}`, `${name}@npm:${range}`].flatMap((key) => byDescriptor.get(key) ?? []);
    const source = patchedDescriptor(range);
    return source === undefined ? found : [...found, ...held(...splitDescriptor(source))];
  };
  const root = nodes.find(({ locator: { kind, rest } }) => kind === 'workspace' && rest === '.');
  const resolutions = yarnResolutions(root?.manifest);
  const isAsked = nodes.some(({ wants }) => wants.some(({ range }) => range.startsWith('catalog:')));
  const settings = isAsked ? companions.get(yarnrcBeside(lock)) : undefined;
  const catalog = catalogsIn(yarnrcBeside(lock), settings ?? '', diagnostics);
  return ({ name, range }, from) => {
    const asked = range.startsWith('catalog:') ? catalog(range.slice('catalog:'.length), name) : range;
    const found = new Set([asked ?? range, ...resolutions(from.name, name)].flatMap((value) => held(name, value)));
    if (found.size > 0) return [...found];
    return only.get(name);
  };
}

function add(lists: Map<string, LockEntry[]>, key: string, entry: LockEntry): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entry]);
  else list.push(entry);
}

/** The range that a catalog gives for a name (yarn 4.10); the catalog without a name is the usual one. */
function catalogsIn(
  file: string,
  text: string,
  diagnostics: Diagnostic[],
): (catalog: string, name: string) => string | undefined {
  const documents = text === '' ? [] : parsePlainYaml(text);
  if ('message' in documents) {
    const message = `${file} cannot be read: ${documents.message}`;
    diagnostics.push(
      entryProblem(
        { file, ...documents.at },
        message,
        'Mend it: it tells what the catalogs mean that the workspaces ask for.',
      ),
    );
    return () => undefined;
  }
  const checked = checkSchema(yarnrcSchema, documents[0]?.value);
  const { catalog: usual = {}, catalogs = {} } = checked.ok ? checked.value : {};
  const all = new Map(Object.entries({ ...catalogs, '': usual }));
  return (catalog, name) => new Map(Object.entries(all.get(catalog) ?? {})).get(name);
}
