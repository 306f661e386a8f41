import { parsePlainYaml } from '../../../base/formats/yaml/plain-yaml.ts';
import { quote } from '../../../base/quote.ts';
import { entryProblem, shapeProblems, syntaxProblem, unreadable } from '../../../base/reading.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Reading, Source } from '../../../model/plugs/reader.ts';
import { linkLock } from '../link-lock.ts';
import { manifestBeside, parsePackageManifest } from '../package-manifest.ts';
import { berryFinder } from './yarn-berry-finder.ts';
import { berryNode } from './yarn-berry-node.ts';
import { berryLockSchema } from './yarn-berry-schema.ts';
import { berryWorkspaces, manifestIn } from './yarn-berry-workspaces.ts';
import { parseLocator } from './yarn-locator.ts';
import { manifestWorkspaces, readManifests } from './yarn-workspaces.ts';

/** Reads a yarn.lock of yarn 2 and later, in which a workspace's lists are one: its package.json tells them apart. */
export function readBerryLock({ path: file, text, companions }: Source): Reading {
  const documents = parsePlainYaml(text);
  if ('message' in documents) return unreadable(syntaxProblem(file, documents.message, documents.at));
  const [document] = documents;
  if (document === undefined) return unreadable(syntaxProblem(file, 'it holds nothing'));
  const { value, lineOf, repeated } = document;
  const lock = checkSchema(berryLockSchema, value);
  if (!lock.ok) return unreadable(...shapeProblems(file, lock.problems, lineOf));

  const diagnostics: Diagnostic[] = repeated.map(({ key, line }) =>
    entryProblem(
      { file, line },
      `the key ${quote(key)} stands twice; the later one counts`,
      'Let yarn write the lockfile anew.',
    ),
  );
  const nodes = Object.entries(lock.value).map(([key, entry]) => {
    const locator = parseLocator(entry.resolution);
    const path = locator.kind === 'workspace' ? (manifestIn(file, locator.rest) ?? '') : '';
    const manifestText = companions.get(path);
    const manifest = manifestText === undefined ? undefined : parsePackageManifest(path, manifestText, diagnostics);
    return berryNode(key, entry, locator, { file, line: lineOf([key]) }, manifest, diagnostics);
  });
  const linked = linkLock({
    workspaces: nodes.some(({ entry }) => entry.kind === 'root')
      ? berryWorkspaces(file, nodes)
      : manifestWorkspaces(file, readManifests([manifestBeside(file)], companions, diagnostics)),
    packages: new Map(nodes.flatMap(({ entry, wants }) => (entry.kind === 'root' ? [] : [[entry, wants]]))),
    find: berryFinder(file, nodes, companions, diagnostics),
    unreached: 'nothing that the workspaces ask for needs it',
    command: 'yarn install',
  });
  return { ...linked, diagnostics: [...diagnostics, ...linked.diagnostics] };
}
