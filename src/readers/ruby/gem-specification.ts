import { componentFacts } from '../../base/packages/component-facts.ts';
import { pathsWith } from '../../base/paths/paths-below.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { readGemspec } from './read-gemspec.ts';

/**
 * Reads the specification that RubyGems leaves of each gem that it installed, and that Ruby brings of its own gems. What a
 * gem needs is looked for among the gems of the same folder; of one that is there in several versions, each may be meant.
 */
export const gemSpecification: Reader = {
  name: 'gem-specification',
  title: 'installed gems of Ruby, specifications/*.gemspec',
  capabilities: { scope: false, graph: true, hashes: false, licence: true, direct: false },
  read: ({ path, text, tree = [] }) => {
    const gem = readGemspec(text);
    if (gem === undefined) return unreadable(syntaxProblem(path, 'it is no Ruby that can be divided into statements'));
    const { name, version } = gem;
    if (name === undefined || version === undefined)
      return unreadable(syntaxProblem(path, 'it gives no plain text as name or as version', { line: 1 }));
    const at = { file: path, line: name.line };
    const facts = componentFacts({ type: 'gem', name: name.value, version: version.value }, at);
    const met = gem.needs.map((need) =>
      foldersOf(path)
        .flatMap((folder) => installedVersions(tree, folder, need))
        .map((installed) => componentFacts({ type: 'gem', name: need, version: installed }, at).purl),
    );
    return {
      components: [
        {
          ...facts,
          licences: gem.licences.map(({ value, line }) => ({ expression: value, at: { file: path, line } })),
          supplier: gem.authors.join(', ') || undefined,
          homepage: gem.homepage,
          description: gem.summary,
          scope: 'unknown',
          scopeEvidence: [{ scope: 'unknown', reason: 'an installed package does not tell what uses it', at }],
          relation: 'unknown',
          firstParty: false,
          dependsOn: [...new Set(met.flat())].toSorted(),
        },
      ],
      graph: met.every((purls) => purls.length > 0) ? 'complete' : 'partial',
      diagnostics: [],
    };
  },
};

/** Where specifications of the same Ruby lie: in the same folder, and in that of the gems that Ruby brings. */
function foldersOf(path: string): readonly string[] {
  const folder = path.replace(/(?:default\/)?[^/]+$/, '');
  return [folder, `${folder}default/`];
}

/** The versions of a gem: its specification is named `<name>-<version>`, with the platform behind where it is built for one. */
function installedVersions(tree: readonly string[], folder: string, name: string): readonly string[] {
  const beginning = `${folder}${name}-`;
  return pathsWith(tree, beginning).flatMap((path) => restOfName.exec(path.slice(beginning.length))?.[1] ?? []);
}

const restOfName =
  /^(\d[\da-zA-Z.]*?)(?:-(?:java|jruby|universal|x86|x64|i\d86|arm|aarch64|ppc|powerpc|s390|riscv)[^/]*)?\.gemspec$/;
