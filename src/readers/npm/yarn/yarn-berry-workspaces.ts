import { resolvePath } from '../../../base/paths/resolve-path.ts';
import type { ScopeEvidence } from '../../../model/component.ts';
import type { Workspace } from '../link-lock.ts';
import { folderOf } from '../package-manifest.ts';
import type { BerryNode } from './yarn-berry-node.ts';

/** The files that a yarn.lock of yarn 2 and later is read with: the package.json of each workspace, and .yarnrc.yml. */
export function berryFiles(lock: string, text: string): readonly string[] {
  const folders = [...text.matchAll(/(?<![^\n]) {2}resolution: "?[^"\n]*@workspace:([^"\r\n]*)/g)].map(
    ([, folder]) => folder ?? '',
  );
  return [...['.', ...folders].flatMap((folder) => manifestIn(lock, folder) ?? []), yarnrcBeside(lock)];
}

/** The package.json of a workspace, whose folder is given from that of the lockfile; `undefined` outside of the repository. */
export function manifestIn(lock: string, folder: string): string | undefined {
  return resolvePath(lock, `${folder}/package.json`);
}

/** The settings of yarn 2 and later in the folder of a lockfile. */
export function yarnrcBeside(lock: string): string {
  return lock.replace(/(?<![^/])[^/]*$/, '.yarnrc.yml');
}

/** What the workspaces ask for. Their lists are one in the lockfile; the manifest tells which list a name is from. */
export function berryWorkspaces(lock: string, nodes: readonly BerryNode[]): readonly Workspace[] {
  return nodes.flatMap(({ entry, locator, wants, manifest }) => {
    if (entry.kind !== 'root') return [];
    const path = manifestIn(lock, locator.rest) ?? `${locator.rest}/package.json`;
    const unknown = (reason: string): ScopeEvidence => ({ scope: 'unknown', reason, at: entry.facts.foundAt[0] });
    const asks = wants.map((want) => {
      const list = manifest?.lists.find(({ ranges }) => ranges.has(want.name));
      const evidence =
        manifest === undefined
          ? unknown(`${path}, which tells what ships, is not there`)
          : (list ?? unknown(`${path} does not ask for it`));
      return { ...want, evidence: { scope: evidence.scope, reason: evidence.reason, at: evidence.at } };
    });
    return [{ folder: folderOf(path) || '.', entry, asks }];
  });
}
