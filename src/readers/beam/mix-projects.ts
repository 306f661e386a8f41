import { globs } from '../../base/paths/glob.ts';
import { resolvePath } from '../../base/paths/resolve-path.ts';
import type { ScopeEvidence } from '../../model/component.ts';
import type { MixAsk } from './mix-ask.ts';
import { parseMixProject, type MixProject } from './mix-exs.ts';

/** The projects that a mix.lock serves: the one beside it, those of its umbrella, and those in folders that these name. */
export type MixProjects = {
  /** What the product is made of. */
  readonly own: readonly MixProject[];
  /** All that is asked for, with the use that follows from the way to it. */
  readonly asks: readonly { readonly by: MixProject; readonly app: string; readonly evidence: ScopeEvidence }[];
  /** Applications that come from folders, which no lockfile holds. */
  readonly folders: ReadonlySet<string>;
};

/** The mix.exs files of a lockfile, as far as those that were opened name them. */
export function mixProjectFiles(
  opened: ReadonlyMap<string, string>,
  lock: string,
  tree: readonly string[],
): readonly string[] {
  const root = projectBeside(lock);
  const { own, folders } = openedProjects(lock, opened);
  const inUmbrella = own.flatMap((project) => umbrellaFiles(project, tree));
  const inFolders = [...own, ...folders.values()].flatMap((project) =>
    project.asks.flatMap((ask) => folderProject(project, ask) ?? []),
  );
  return [root, ...inUmbrella, ...inFolders];
}

/** Reads the projects of a lockfile; the dependencies of what lies in a folder are those of whoever takes it. */
export function readMixProjects(lock: string, opened: ReadonlyMap<string, string>): MixProjects {
  const { own, folders } = openedProjects(lock, opened);
  const asks: { by: MixProject; app: string; evidence: ScopeEvidence }[] = own.flatMap((by) =>
    by.asks.map(({ app, evidence }) => ({ by, app, evidence })),
  );
  const queue = own.flatMap((by) => by.asks.map((ask) => ({ by, ask, evidence: ask.evidence })));
  const seen = new Set<string>();
  for (const { by, ask, evidence } of queue) {
    const file = folderProject(by, ask);
    const project = file === undefined ? undefined : folders.get(file);
    const key = `${file} ${evidence.scope}`;
    if (project === undefined || seen.has(key)) continue;
    seen.add(key);
    for (const inner of project.asks) {
      // Of what is taken from elsewhere, Mix leaves out what only its own tests need.
      if (inner.evidence.scope === 'development' && inner.evidence.reason.startsWith('only')) continue;
      const passed = inner.evidence.scope === 'runtime' ? evidence : weaker(evidence, inner.evidence);
      asks.push({ by: project, app: inner.app, evidence: passed });
      queue.push({ by: project, ask: inner, evidence: passed });
    }
  }
  const all = [...own, ...folders.values()].flatMap((project) => project.asks);
  const inFolders = all.filter(({ path, isInUmbrella }) => path !== undefined || isInUmbrella);
  return { own, asks, folders: new Set(inFolders.map(({ app }) => app)) };
}

function weaker(outer: ScopeEvidence, inner: ScopeEvidence): ScopeEvidence {
  return outer.scope === 'development' ? outer : inner;
}

function projectBeside(lock: string): string {
  return lock.replace(/mix\.lock$/, 'mix.exs');
}

/** The projects that were opened: the product's own, and by file those that a path leads to. */
function openedProjects(lock: string, opened: ReadonlyMap<string, string>) {
  const root = projectBeside(lock);
  const parse = (file: string) => {
    const text = opened.get(file);
    return text === undefined ? [] : [parseMixProject(file, text)];
  };
  const [first] = parse(root);
  const own = first === undefined ? [] : [first, ...umbrellaFiles(first, opened.keys()).flatMap(parse)];
  const folders = new Map<string, MixProject>();
  const known = new Set(own.map(({ file }) => file));
  const queue = [...own];
  for (const project of queue) {
    for (const file of project.asks.flatMap((ask) => folderProject(project, ask) ?? [])) {
      if (known.has(file)) continue;
      known.add(file);
      for (const found of parse(file)) {
        folders.set(file, found);
        queue.push(found);
      }
    }
  }
  return { own, folders };
}

function umbrellaFiles({ file, appsPath }: MixProject, tree: Iterable<string>): readonly string[] {
  const folder = appsPath === undefined ? undefined : resolvePath(file, appsPath);
  if (folder === undefined || /[^\w./-]/.test(folder)) return [];
  const isIn = globs([`${folder}/*/mix.exs`]);
  return [...tree].filter(isIn).toSorted();
}

function folderProject({ file }: MixProject, { path }: MixAsk): string | undefined {
  const folder = path === undefined ? undefined : resolvePath(file, path);
  return folder === undefined ? undefined : `${folder === '' ? '' : `${folder}/`}mix.exs`;
}
