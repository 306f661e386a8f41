import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/reader.ts';
import { parseGitConfig, type GitSection } from './git-config.ts';
import { repositoryComponent } from './repository-component.ts';

/**
 * Reads .gitmodules. The commit of a submodule is pinned by the tree of the repository around it, never by a branch that
 * this file names; as it stands in no text file, the version stays unknown.
 */
export const gitSubmodules: Reader = {
  name: 'git-submodules',
  title: 'git submodules (.gitmodules)',
  capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: true },
  read: ({ path, text }) => {
    const sections = parseGitConfig(text);
    if ('message' in sections) return unreadable(syntaxProblem(path, sections.message, sections.at));
    const rows = sections
      .filter(({ name, variables }) => name === 'submodule' && variables.length > 0)
      .map((section) => submoduleAt(section, { file: path, line: section.line }));
    const components = rows.filter((row) => 'purl' in row);
    const commits = components.length === 0 ? [] : [commitsElsewhere(path)];
    return { components, graph: 'none', diagnostics: [...commits, ...rows.filter((row) => 'message' in row)] };
  },
};

/** Only the commit decides what is built, so a `branch` is of no account: git looks at it when somebody updates. */
function submoduleAt({ subsection = '', variables }: GitSection, at: LinePlace): Component | Diagnostic {
  const valueOf = (key: string) => variables.findLast((one) => one.key === key)?.value;
  const url = valueOf('url');
  if (url === undefined || url === '')
    return entryProblem(
      at,
      `the submodule ${quote(subsection)} has no url, so nobody can tell what it is`,
      'Write its url, or remove it with git rm.',
    );
  const name =
    valueOf('path')
      ?.split('/')
      .findLast((part) => part !== '') ?? subsection;
  const component = repositoryComponent({ kind: 'git', address: url, state: undefined, name }, at);
  const reason = `a submodule at ${valueOf('path') ?? subsection}; git does not tell what it is for`;
  return {
    ...component,
    pinning: { kind: 'exact' },
    scopeEvidence: [{ scope: 'unknown', reason, at }],
    relation: 'direct',
  };
}

function commitsElsewhere(file: string): Diagnostic {
  return entryProblem(
    { file },
    `the commits of the submodules stand in git's own tree, so ${file} tells no version of them`,
    'See them with git submodule status, and enter them in tureen.yaml.',
  );
}
