import type { CargoDependency, CargoManifest } from './cargo-manifest.ts';
import type { CargoWorkspace } from './cargo-workspace.ts';

/**
 * The dependencies of the product's packages that are needed without anybody asking for more features: those that are
 * not optional, and those that default features, or what packages of the product ask of one another, turn on.
 */
export function enabledDependencies({ manifests, members }: CargoWorkspace): ReadonlySet<CargoDependency> {
  const enabled = new Set<CargoDependency>();
  const turnedOn = new Map<CargoManifest, Set<string>>();
  const queue: (readonly [manifest: CargoManifest, feature: string])[] = [];
  const ask = (file: string | undefined, features: readonly string[]) => {
    const manifest = file === undefined ? undefined : manifests.get(file);
    if (manifest !== undefined)
      for (const each of features.map((feature) => [manifest, feature] as const)) queue.push(each);
  };
  const enable = (dependency: CargoDependency) => {
    if (enabled.has(dependency)) return;
    enabled.add(dependency);
    const { features, 'default-features': byDefault } = dependency.details;
    if (dependency.table === 'dev-dependencies') return;
    ask(dependency.manifest, byDefault === false ? features : ['default', ...features]);
  };
  const follow = (manifest: CargoManifest, item: string) => {
    const [written = '', feature] = item.replace(/^dep:/, '').split('/', 2);
    if (feature === undefined && !item.startsWith('dep:')) {
      queue.push([manifest, item]);
      return;
    }
    const key = written.replace(/\?$/, '');
    for (const dependency of manifest.dependencies.filter((candidate) => candidate.key === key)) {
      if (key === written) enable(dependency);
      ask(dependency.manifest, feature === undefined ? [] : [feature]);
    }
  };
  for (const { dependencies } of manifests.values())
    for (const dependency of dependencies) if (dependency.details.optional !== true) enable(dependency);
  for (const file of members) ask(file, ['default']);
  for (const [manifest, feature] of queue) {
    const known = turnedOn.get(manifest) ?? new Set();
    if (known.has(feature)) continue;
    turnedOn.set(manifest, known.add(feature));
    for (const item of itemsOf(manifest, feature)) follow(manifest, item);
  }
  return enabled;
}

/** What a feature turns on; one that is not declared stands for the optional dependency of its name. */
function itemsOf({ toml }: CargoManifest, feature: string): readonly string[] {
  return Object.hasOwn(toml.features, feature) ? (toml.features[feature] ?? []) : [`dep:${feature}`];
}
