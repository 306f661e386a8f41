import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplePackages, type ExamplePackage } from './example-packages.ts';

/** The package managers whose locks are timed. */
export type Manager = 'npm' | 'pnpm' | 'yarn';

/** Writes the lock of a package manager, and its manifest, into a folder of its own; gives the path of the lock. */
export function writeLock(folder: string, manager: Manager, count: number): string {
  const packages = examplePackages(count);
  const { file, text } = writers[manager](packages);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest(packages), undefined, 2));
  writeFileSync(join(folder, file), text);
  return join(folder, file);
}

/** As many direct dependencies as a large product has. */
const directs = 80;

function manifest(packages: readonly ExamplePackage[]) {
  const direct = packages.slice(0, directs).map(({ name, version }) => [name, version] as const);
  return { name: 'large', version: '1.0.0', dependencies: Object.fromEntries(direct) };
}

const writers: Readonly<
  Record<Manager, (packages: readonly ExamplePackage[]) => { readonly file: string; readonly text: string }>
> = {
  npm: (packages) => ({ file: 'package-lock.json', text: JSON.stringify(npmLock(packages), undefined, 2) }),
  pnpm: (packages) => ({ file: 'pnpm-lock.yaml', text: pnpmLock(packages) }),
  yarn: (packages) => ({ file: 'yarn.lock', text: yarnLock(packages) }),
};

function npmLock(packages: readonly ExamplePackage[]) {
  const entries = packages.map(({ name, version, integrity, license, needs }) => [
    `node_modules/${name}`,
    {
      version,
      resolved: archiveOf(name, version),
      integrity,
      license,
      ...(needs.length > 0 && { dependencies: Object.fromEntries(needs) }),
    },
  ]);
  return {
    name: 'large',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: { '': manifest(packages), ...Object.fromEntries(entries) },
  };
}

function pnpmLock(packages: readonly ExamplePackage[]): string {
  const direct = Object.entries(manifest(packages).dependencies);
  const lines = [
    "lockfileVersion: '9.0'\n\nsettings:\n  autoInstallPeers: true\n\nimporters:\n\n  .:\n    dependencies:",
    ...direct.map(([name, version]) => `      '${name}':\n        specifier: ${version}\n        version: ${version}`),
    '\npackages:\n',
    ...packages.map(
      ({ name, version, integrity }) => `  '${name}@${version}':\n    resolution: {integrity: ${integrity}}\n`,
    ),
    'snapshots:\n',
    ...packages.map(({ name, version, needs }) =>
      needs.length === 0
        ? `  '${name}@${version}': {}\n`
        : `  '${name}@${version}':\n    dependencies:\n${needs.map(([need, at]) => `      '${need}': ${at}`).join('\n')}\n`,
    ),
  ];
  return lines.join('\n');
}

function yarnLock(packages: readonly ExamplePackage[]): string {
  const entries = packages.map(({ name, version, integrity, needs }) =>
    [
      `"${name}@${version}":`,
      `  version "${version}"`,
      `  resolved "${archiveOf(name, version)}"`,
      `  integrity ${integrity}`,
      ...(needs.length === 0 ? [] : ['  dependencies:', ...needs.map(([need, at]) => `    "${need}" "${at}"`)]),
    ].join('\n'),
  );
  return `# yarn lockfile v1\n\n\n${entries.join('\n\n')}\n`;
}

function archiveOf(name: string, version: string): string {
  return `https://npm.example/${name}/-/${name.slice(name.indexOf('/') + 1)}-${version}.tgz`;
}
