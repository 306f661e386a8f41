import { resolvePath } from '../../base/paths/resolve-path.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { tomlLines } from '../../base/formats/toml-lines.ts';
import { parseToml } from '../../base/formats/toml.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import { cargoManifestSchema, type CargoToml, type DependencyDetails } from './cargo-manifest-schema.ts';

/** A Cargo.toml that was read. */
export type CargoManifest = {
  readonly file: string;
  readonly toml: CargoToml;
  /** The name of its package; `undefined` when it only holds a workspace together. */
  readonly name: string | undefined;
  readonly dependencies: readonly CargoDependency[];
  readonly lineOf: (keyPath: KeyPath) => number;
};

/** A dependency of a package of the product. */
export type CargoDependency = {
  /** What the manifest calls it; features name it so. */
  readonly key: string;
  /** The name of the package that it is. */
  readonly name: string;
  readonly table: 'dependencies' | 'build-dependencies' | 'dev-dependencies';
  /** The `cfg` or target triple that it is for; `undefined` when it is for all. */
  readonly target: string | undefined;
  readonly details: DependencyDetails;
  /** The Cargo.toml of the folder that it is taken from. */
  readonly manifest: string | undefined;
  readonly at: LinePlace;
};

/** The parts of a workspace's own Cargo.toml that its members inherit from. */
export type CargoRoot = Pick<CargoManifest, 'file' | 'toml'>;

/** Reads a Cargo.toml; why not is told where it is. `root` is that of the workspace, if it is another. */
export function parseCargoManifest(
  file: string,
  text: string,
  root?: CargoRoot,
): CargoManifest | { readonly message: string; readonly at: LinePlace } {
  const parsed = parseToml(text);
  if ('message' in parsed) return { message: parsed.message, at: { file, ...parsed.at } };
  const lineOf = tomlLines(text);
  const checked = checkSchema(cargoManifestSchema, parsed.value);
  if (!checked.ok) {
    const [problem] = checked.problems;
    const keyPath = problem?.keyPath ?? [];
    return { message: `"${keyPath.join('.')}": ${problem?.message}`, at: { file, line: lineOf(keyPath) } };
  }
  const toml = checked.value;
  const manifest = { file, toml, name: toml.package?.name };
  return { ...manifest, dependencies: dependenciesOf(manifest, root ?? manifest, lineOf), lineOf };
}

function dependenciesOf(
  { file, toml }: CargoRoot,
  root: CargoRoot,
  lineOf: (keyPath: KeyPath) => number,
): readonly CargoDependency[] {
  const everywhere = tables.map((table) => ({ table, target: undefined, keyPath: [table], from: toml[table] }));
  const somewhere = Object.entries(toml.target).flatMap(([target, inside]) =>
    tables.map((table) => ({ table, target, keyPath: ['target', target, table], from: inside[table] })),
  );
  return [...everywhere, ...somewhere].flatMap(({ table, target, keyPath, from }) =>
    Object.entries(from).map(([key, written]): CargoDependency => {
      const inherited = written.workspace === true ? root.toml.workspace?.dependencies[key] : undefined;
      const details = inherited === undefined ? written : inherit(written, inherited);
      const folder = details.path === undefined ? undefined : `${details.path}/Cargo.toml`;
      return {
        key,
        name: details.package ?? key,
        table,
        target,
        details,
        manifest: folder === undefined ? undefined : resolvePath(inherited === undefined ? file : root.file, folder),
        at: { file, line: lineOf([...keyPath, key]) },
      };
    }),
  );
}

const tables = ['dependencies', 'build-dependencies', 'dev-dependencies'] as const;

/** A member adds features to what the workspace says, and may ask for the default ones that it leaves out. */
function inherit(written: DependencyDetails, inherited: DependencyDetails): DependencyDetails {
  return {
    ...inherited,
    optional: written.optional,
    features: [...inherited.features, ...written.features],
    'default-features': inherited['default-features'] === false ? written['default-features'] === true : undefined,
  };
}
