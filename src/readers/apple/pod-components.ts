import { formatPurl } from '../../base/packages/purl.ts';
import { entryProblem } from '../../base/reading.ts';
import { resolvePath } from '../../base/paths/resolve-path.ts';
import type { Component, Hash } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { podSources, type PodSource } from './pod-source.ts';
import type { PodfileLock } from './podfile-lock-schema.ts';
import { foldPods, podLines, podOf, type Pod } from './pods.ts';

/** Makes a component of each pod, with what it needs and where it comes from. */
export function readPodComponents(file: string, text: string, lock: PodfileLock): Reading {
  const { pods, problems } = foldPods(lock, podLines(text));
  const sourceOf = podSources(lock);
  const rows = pods.map((pod) => ({ pod, source: sourceOf(pod.name), purl: purlOf(pod, sourceOf(pod.name)) }));
  const purls = new Map(rows.map(({ pod, purl }) => [pod.name, purl]));
  const asked = new Set([
    ...(lock.DEPENDENCIES ?? []).map(podOf),
    ...rows.filter(({ source }) => isOwn(source)).flatMap(({ pod }) => [...pod.needs]),
  ]);
  const checksums = lock['SPEC CHECKSUMS'] ?? {};
  const components = rows.map(({ pod, source, purl }): Component => {
    const at = { file, line: pod.line };
    return {
      ...addressesOf(source),
      purl,
      type: 'cocoapods',
      name: pod.name,
      version: pod.version,
      pinning: pinningOf(source),
      scope: 'unknown',
      scopeEvidence: [{ scope: 'unknown', reason: 'Podfile.lock does not tell which targets use it', at }],
      relation: asked.has(pod.name) ? 'direct' : lock.DEPENDENCIES === undefined ? 'unknown' : 'transitive',
      firstParty: isOwn(source),
      foundAt: [at],
      hashes: hashesOf(checksums[pod.name]),
      licences: [],
      supplier: undefined,
      homepage: undefined,
      description: undefined,
      source: undefined,
      dependsOn: [...pod.needs].flatMap((need) => purls.get(need) ?? []).toSorted(),
    };
  });
  return {
    components,
    graph: 'complete',
    diagnostics: [
      ...problems.map(({ line, message }) => entryProblem({ file, line }, message, install)),
      ...rows.flatMap(({ pod }) => unmetNeeds(file, pod, purls)),
      ...rows.flatMap(({ pod, source }) => folderProblem(file, pod, source)),
      ...otherManagers(file, rows),
    ],
  };
}

const install = 'Run pod install and commit Podfile.lock.';

type Row = { readonly pod: Pod; readonly source: PodSource };

function isOwn(source: PodSource): boolean {
  return source.kind === 'folder' && source.by === undefined;
}

function purlOf({ name, version }: Pod, source: PodSource): string {
  return formatPurl({
    type: 'cocoapods',
    name,
    version,
    qualifiers: {
      vcs_url: source.kind === 'repository' ? source.repository.vcsUrl : undefined,
      download_url: source.kind === 'archive' ? source.address : undefined,
    },
  });
}

function addressesOf(source: PodSource): Pick<Component, 'repository' | 'download'> {
  return {
    repository: source.kind === 'repository' ? source.repository.address : undefined,
    download: source.kind === 'archive' ? source.address : undefined,
  };
}

function pinningOf(source: PodSource): Component['pinning'] {
  if (source.kind !== 'repository' || source.repository.commit !== undefined) return { kind: 'exact' };
  return { kind: 'mutable', asked: source.repository.vcsUrl };
}

function hashesOf(checksum: string | undefined): Hash[] {
  return checksum !== undefined && /^[0-9a-f]{40}$/.test(checksum)
    ? [{ algorithm: 'sha1', value: checksum, of: 'podspec' }]
    : [];
}

/** A pod names what it needs on any platform, and the lockfile holds the pods of the product's own. */
function unmetNeeds(file: string, { name, needs, line }: Pod, purls: ReadonlyMap<string, string>): Diagnostic[] {
  return [...needs]
    .filter((need) => !purls.has(need))
    .map((need) => ({
      ...entryProblem(
        { file, line },
        `${name} needs ${need}, which this lockfile does not hold; it may be for another platform`,
        `If it is not: ${install}`,
      ),
      severity: 'note',
    }));
}

function folderProblem(file: string, { name, line }: Pod, source: PodSource): Diagnostic[] {
  if (source.kind !== 'folder' || source.by !== undefined || resolvePath(file, source.path) !== undefined) return [];
  const message = `${name} is listed as the product's own, but its folder lies outside of the scanned one`;
  return [
    entryProblem(
      { file, line },
      message,
      'Scan from a folder that holds both, or enter it in tureen.yaml if it is foreign.',
    ),
  ];
}

/** The same software stands in the lockfile of the other package manager, by other names. */
function otherManagers(file: string, rows: readonly Row[]): Diagnostic[] {
  const linked = rows.flatMap(({ pod, source }) =>
    source.kind === 'folder' && source.by !== undefined ? [{ pod, by: source.by }] : [],
  );
  return [...Map.groupBy(linked, ({ by }) => by)].flatMap(([by, pods]) => {
    const [first] = pods;
    const line = first?.pod.line ?? 1;
    const message = `${pods.length} pods, such as ${first?.pod.name ?? ''}, are folders of ${by} packages: the same software as in the lockfile of those, by other names`;
    return [{ ...entryProblem({ file, line }, message, 'Let one record cover both.'), severity: 'note' }];
  });
}
