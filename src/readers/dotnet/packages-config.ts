import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import { childrenNamed, parseXml, type XmlElement } from '../../base/formats/xml.ts';
import type { Component, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { nugetComponent } from './nuget-component.ts';

/**
 * Reads NuGet's packages.config: every package of a project, without telling which it asks for itself and which another
 * one brings in.
 */
export const packagesConfig: Reader = {
  name: 'packages-config',
  title: 'NuGet packages.config',
  capabilities: { scope: true, graph: false, hashes: false, licence: false, direct: false },
  read: ({ path, text }) => {
    const root = parseXml(text);
    if ('message' in root) return unreadable(syntaxProblem(path, root.message, root.at));
    if (root.name !== 'packages')
      return unreadable(syntaxProblem(path, `its root is <${root.name.slice(0, 40)}>, not <packages>`, root.at));
    const rows = childrenNamed(root, 'package').map((element) => packageIn(element, path));
    return {
      components: rows.filter((row) => 'purl' in row),
      graph: 'none',
      diagnostics: rows.filter((row) => 'message' in row),
    };
  },
};

function packageIn({ attributes, at: { line } }: XmlElement, file: string): Component | Diagnostic {
  const at = { file, line };
  const { id = '', version = '', developmentDependency } = attributes;
  if (id.trim() === '' || version.trim() === '')
    return entryProblem(
      at,
      `the package ${quote(`${id} ${version}`.trim())} lacks its id or version`,
      'Write both attributes, or let NuGet install it anew.',
    );
  const evidence: ScopeEvidence =
    developmentDependency?.toLowerCase() === 'true'
      ? { scope: 'development', reason: 'developmentDependency="true"', at }
      : { scope: 'runtime', reason: 'no developmentDependency="true"', at };
  return {
    ...nugetComponent(id.trim(), version.trim(), at),
    scope: evidence.scope,
    scopeEvidence: [evidence],
    relation: 'unknown',
    firstParty: false,
    dependsOn: undefined,
  };
}
