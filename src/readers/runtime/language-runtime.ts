import { componentFacts } from '../../base/packages/component-facts.ts';
import { pathsBelow } from '../../base/paths/paths-below.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { runtimeForms } from './runtime-forms.ts';

/**
 * Reads the version of a language's runtime where it was unpacked or built in place, as in the images that its makers
 * publish: no package manager knows it there. What a package brought is listed by its package.
 */
export const languageRuntime: Reader = {
  name: 'language-runtime',
  title: 'runtimes of languages, by the files that tell their version',
  capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: false },
  read: ({ path, text, tree = [] }) => {
    const form = isInEnvironment(path, tree) ? undefined : runtimeForms.find(({ isMine }) => isMine(path));
    const found = form?.read(text);
    if (form === undefined || found === 'another file') return unreadable();
    if (found === undefined)
      return unreadable(syntaxProblem(path, `it does not tell the version of ${form.name}`, { line: 1 }));
    const at = { file: path, line: found.line };
    const reason = 'a runtime does not tell what uses it';
    return {
      components: [
        {
          ...componentFacts({ type: 'generic', name: form.name, version: found.version }, at),
          supplier: found.supplier,
          scope: 'unknown',
          scopeEvidence: [{ scope: 'unknown', reason, at }],
          relation: 'unknown',
          firstParty: false,
          dependsOn: undefined,
        },
      ],
      graph: 'none',
      diagnostics: [],
    };
  },
};

/** Whether it lies in an environment of conda, which lists it as one of its packages. */
function isInEnvironment(path: string, tree: readonly string[]): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.some(
    (_, index) => pathsBelow(tree, [...folders.slice(0, index + 1), 'conda-meta/'].join('/')).length > 0,
  );
}
