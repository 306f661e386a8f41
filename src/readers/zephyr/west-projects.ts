import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Component, Relation, Scope } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { repositoryComponent } from '../git/repository-component.ts';
import type { ParsedWest } from './parse-west.ts';
import type { WestManifest, WestProject } from './west-schema.ts';

/** Makes components of the projects in a manifest; `asked` is the one it was frozen from, which tells what is direct. */
export function readWestProjects(
  file: string,
  { manifest, lineOf }: ParsedWest,
  asked: WestManifest | undefined,
): Reading {
  const relationOf = relations(manifest, asked);
  const addressOf = addresses(manifest);
  const scopeOf = scopes(manifest);
  const components: Component[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, project] of (manifest.projects ?? []).entries()) {
    const at = { file, line: lineOf(['manifest', 'projects', index]) };
    const address = addressOf(project);
    const state = project.revision ?? manifest.defaults?.revision ?? 'master';
    if (address === undefined) diagnostics.push(noRemote(project, at));
    for (const each of broughtIn(project, at)) diagnostics.push(each);
    const { scope, reason } = scopeOf(project);
    components.push({
      ...repositoryComponent({ kind: 'git', address, state, name: project.name }, at),
      scope,
      scopeEvidence: [{ scope, reason, at }],
      relation: relationOf(project),
    });
  }
  const self = manifest.self?.import;
  if (isSet(self)) diagnostics.push(ownImport(self, { file, line: lineOf(['manifest', 'self', 'import']) }));
  return { components, graph: 'none', diagnostics };
}

function addresses({ remotes = [], defaults }: WestManifest): (project: WestProject) => string | undefined {
  const baseOf = new Map(remotes.map((remote) => [remote.name, remote['url-base'].replace(/\/$/, '')]));
  return ({ name, url, remote, 'repo-path': path }) => {
    const base = baseOf.get(remote ?? defaults?.remote ?? '');
    return url ?? (base === undefined ? undefined : `${base}/${path ?? name}`);
  };
}

/** A manifest without remotes, in which each project has its whole address, is one that west resolved: imports are among its projects. */
function relations(manifest: WestManifest, asked: WestManifest | undefined): (project: WestProject) => Relation {
  const names = asked === undefined ? undefined : new Set(asked.projects?.map(({ name }) => name));
  const isResolved =
    manifest.remotes === undefined && manifest.projects?.every(({ url }) => url !== undefined) === true;
  return ({ name }) => {
    if (names !== undefined) return names.has(name) ? 'direct' : 'transitive';
    return isResolved ? 'unknown' : 'direct';
  };
}

/** A project whose groups are all off is fetched only by those who switch one on; of a group the last word counts. */
function scopes(manifest: WestManifest): (project: WestProject) => { readonly scope: Scope; readonly reason: string } {
  const signOf = new Map((manifest['group-filter'] ?? []).map((entry) => [entry.slice(1), entry.slice(0, 1)]));
  return ({ groups = [] }) =>
    groups.length > 0 && groups.every((group) => signOf.get(group) === '-')
      ? { scope: 'optional', reason: `group-filter switches off its groups: ${groups.join(', ')}` }
      : { scope: 'unknown', reason: 'west fetches it, and does not tell what of it is built in' };
}

function broughtIn({ name, import: imported, submodules }: WestProject, at: LinePlace): Diagnostic[] {
  const problem = (what: string, help: string) =>
    entryProblem(at, `${quote(name)} brings in ${what}, which this file does not name`, help);
  return [
    isSet(imported)
      ? [
          problem(
            'the projects of its own manifest',
            'Run west manifest --freeze -o west-frozen.yml and commit that file.',
          ),
        ]
      : [],
    isSet(submodules)
      ? [problem('its git submodules', 'Enter them in tureen.yaml, or scan the folder that west fetches into.')]
      : [],
  ].flat();
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== 'False';
}

function ownImport(imported: unknown, at: LinePlace): Diagnostic {
  const what = typeof imported === 'string' ? quote(imported) : 'other files';
  const help = 'Run west manifest --freeze -o west-frozen.yml and commit that file.';
  return entryProblem(at, `the manifest imports ${what}, and the projects in there are not read`, help);
}

function noRemote({ name, remote }: WestProject, at: LinePlace): Diagnostic {
  const what = remote === undefined ? 'no url and no remote' : `the unknown remote ${quote(remote)}`;
  return entryProblem(
    at,
    `${quote(name)} has ${what}, so nobody can tell where it comes from`,
    'Give it a url, or one of the remotes.',
  );
}
