import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { goComponent } from './go-component.ts';
import { goEvidence, inPlaceOf } from './go-evidence.ts';
import type { GoRequirement } from './go-requirements.ts';
import { goHashes } from './go-sum-lines.ts';
import { parseWorkspace, sumBeside, workspaceModules, workSum } from './go-workspace.ts';
import { parseVendoredModules, type VendoredModule } from './vendored-modules.ts';

/** Reads vendor/modules.txt, the list of what `go mod vendor` and `go work vendor` copy into the product. */
export const goVendor: Reader = {
  name: 'go-vendor',
  title: 'Go vendor/modules.txt',
  capabilities: { scope: true, graph: false, hashes: true, licence: false, direct: true },
  companions: (opened, path) => [
    above(path, 'go.work'),
    workSum(above(path, 'go.work')),
    ...modFiles(opened, path).flatMap((file) => [file, sumBeside(file)]),
  ],
  read: ({ path, text, companions }) => {
    const list = parseVendoredModules(text);
    if ('message' in list) return unreadable(syntaxProblem(path, list.message, { line: list.line }));
    const files = modFiles(companions, path);
    const modules = workspaceModules(files, companions);
    const sums = [workSum(above(path, 'go.work')), ...files.map(sumBeside)];
    const context: Context = {
      hashes: goHashes(sums.map((file) => companions.get(file) ?? '').join('\n')),
      asked: Map.groupBy(
        modules.flatMap(({ requirements }) => requirements),
        ({ module }) => module,
      ),
      own: new Set(modules.map(({ module }) => module)),
    };
    const components = list.modules.map((module) => toComponent(path, module, context));
    return { components, graph: 'none', diagnostics: [] };
  },
};

/** The go.mod above the vendor folder, or those of the workspace that it was made for. */
function modFiles(opened: ReadonlyMap<string, string>, path: string): readonly string[] {
  const work = above(path, 'go.work');
  const text = opened.get(work);
  return text === undefined ? [above(path, 'go.mod')] : (parseWorkspace(work, text)?.moduleFiles ?? []);
}

function above(path: string, name: string): string {
  return path.replace(/vendor\/modules\.txt$/, name);
}

type Context = {
  readonly hashes: ReturnType<typeof goHashes>;
  /** By module, what the product's go.mod files ask for. */
  readonly asked: ReadonlyMap<string, readonly GoRequirement[]>;
  /** The product's own modules. */
  readonly own: ReadonlySet<string>;
};

function toComponent(file: string, vendored: VendoredModule, { hashes, asked, own }: Context): Component {
  const { module, version, replacement, packages, explicit, line } = vendored;
  const at = { file, line };
  const requirements = asked.get(module) ?? [];
  const firstParty = own.has(module) || (replacement !== undefined && 'folder' in replacement);
  const built = replacement === undefined || 'folder' in replacement ? { module, version } : replacement;
  const facts = [
    ...(firstParty ? ['taken from a folder of the product'] : []),
    ...(built.module === module && built.version === version ? [] : [inPlaceOf(vendored)]),
    ...(packages > 0 ? [] : ['none of its packages is here']),
  ];
  return {
    ...goComponent(
      firstParty
        ? { module, version: undefined, hashes: [], at }
        : { ...built, hashes: hashes(built.module, built.version), at },
    ),
    ...goEvidence(at, leastTold(requirements), ...facts),
    relation: relationOf(explicit, requirements),
    firstParty,
  };
}

/** Of several modules that ask for one, that which leaves most open: a tool of one may ship in another. */
function leastTold(requirements: readonly GoRequirement[]): GoRequirement | undefined {
  return requirements.find(({ indirect, tool }) => !indirect || tool === undefined) ?? requirements[0];
}

function relationOf(explicit: boolean | undefined, requirements: readonly GoRequirement[]): Component['relation'] {
  if (requirements.length > 0) return requirements.every(({ indirect }) => indirect) ? 'transitive' : 'direct';
  return explicit === false ? 'transitive' : 'unknown';
}
