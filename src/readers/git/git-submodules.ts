import { counted } from '../../base/counted.ts';
import { resolvePath } from '../../base/paths/resolve-path.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { parseGitConfig, type GitSection } from './git-config.ts';
import { repositoryComponent } from './repository-component.ts';

/**
 * Reads .gitmodules. The commit of a submodule is pinned by the tree of the repository around it, never by a branch that
 * this file names; whoever opens the files gives it as the content of the submodule's folder, in git's own words.
 */
export const gitSubmodules: Reader = {
  name: 'git-submodules',
  title: 'git submodules (.gitmodules)',
  capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: true },
  companions: (opened, path) => {
    const sections = parseGitConfig(opened.get(path) ?? '');
    if ('message' in sections) return [];
    return sections.filter(isSubmodule).flatMap((section) => folderOf(section, path) ?? []);
  },
  read: ({ path, text, companions }) => {
    const sections = parseGitConfig(text);
    if ('message' in sections) return unreadable(syntaxProblem(path, sections.message, sections.at));
    const rows = sections.filter(isSubmodule).map((section) => {
      const shown = companions.get(folderOf(section, path) ?? '') ?? '';
      return submoduleAt(section, commitIn(shown), { file: path, line: section.line });
    });
    const components = rows.filter((row) => 'purl' in row);
    const unknown = components.filter(({ version }) => version === undefined).length;
    const commits = unknown === 0 ? [] : [commitsElsewhere(path, unknown)];
    return { components, graph: 'none', diagnostics: [...commits, ...rows.filter((row) => 'message' in row)] };
  },
};

function isSubmodule({ name, variables }: GitSection): boolean {
  return name === 'submodule' && variables.length > 0;
}

function folderOf(section: GitSection, file: string): string | undefined {
  const written = valueOf(section, 'path');
  return written === undefined ? undefined : resolvePath(file, written.replace(/(?<!\/)\/+$/, ''));
}

function valueOf({ variables }: GitSection, key: string): string | undefined {
  return variables.findLast((one) => one.key === key)?.value;
}

function commitIn(shown: string): string | undefined {
  return /^Subproject commit ([0-9a-f]{40,64})\n?$/.exec(shown)?.[1];
}

/** Only the commit decides what is built, so a `branch` is of no account: git looks at it when somebody updates. */
function submoduleAt(section: GitSection, commit: string | undefined, at: LinePlace): Component | Diagnostic {
  const { subsection = '' } = section;
  const url = valueOf(section, 'url');
  if (url === undefined || url === '')
    return entryProblem(
      at,
      `the submodule ${quote(subsection)} has no url, so nobody can tell what it is`,
      'Write its url, or remove it with git rm.',
    );
  const path = valueOf(section, 'path') ?? subsection;
  const name = path.split('/').findLast((part) => part !== '') ?? subsection;
  const component = repositoryComponent({ kind: 'git', address: url, state: commit, name }, at);
  const reason = `a submodule at ${path}; git does not tell what it is for`;
  return {
    ...component,
    pinning: { kind: 'exact' },
    scopeEvidence: [{ scope: 'unknown', reason, at }],
    relation: 'direct',
  };
}

function commitsElsewhere(file: string, count: number): Diagnostic {
  return entryProblem(
    { file },
    `git knows no commit of ${counted(count, 'submodule')} in ${file}, so nobody can tell which version is built`,
    'Scan the repository with its .git folder, or enter them in tureen.yaml; git submodule status shows the commits.',
  );
}
