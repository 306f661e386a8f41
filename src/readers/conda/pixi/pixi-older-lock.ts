import { z } from 'zod';
import type { PixiLock, PixiPackage } from './pixi-lock-schema.ts';

const text = z.string().optional();
const texts = z.array(z.string()).or(z.literal('')).optional();

const entrySchema = z.looseObject({
  platform: z.string(),
  name: z.string(),
  version: z.string(),
  manager: z.enum(['conda', 'pip']),
  category: z.string().default('main'),
  /** Match specifications; in version 1 names with versions, as conda-lock writes them. */
  dependencies: z.record(z.string(), z.string()).or(texts),
  requires_dist: texts,
  url: z.string(),
  hash: z.looseObject({ md5: text, sha256: text }).or(z.literal('')).optional(),
  build: text,
  subdir: text,
  license: text,
  purls: texts,
});

/** The schema of pixi.lock, versions 1 to 3, read as text: one environment, listed platform by platform. */
export const pixiOlderLockSchema = z.looseObject({
  version: z.enum(['1', '2', '3']),
  package: z.array(entrySchema),
});

/** A pixi.lock of version 1 to 3 as its schema gives it. */
export type PixiOlderLock = z.infer<typeof pixiOlderLockSchema>;

/** The same in the form of version 4; the order of the packages stays, so that an index still leads to its line. */
export function asPixiLock(lock: PixiOlderLock): PixiLock {
  const environments = Map.groupBy(lock.package, ({ category }) => (category === 'main' ? 'default' : category));
  return {
    version: '4',
    environments: Object.fromEntries(
      [...environments].map(([environment, entries]) => {
        const platforms = Map.groupBy(entries, ({ platform }) => platform);
        const packages = [...platforms].map(
          ([platform, ofPlatform]) => [platform, ofPlatform.map(selectorOf)] as const,
        );
        return [environment, { packages: Object.fromEntries(packages) }];
      }),
    ),
    packages: lock.package.map(packageOf),
  };
}

function selectorOf({ manager, url }: PixiOlderLock['package'][number]): PixiPackage {
  return manager === 'conda' ? { conda: url } : { pypi: url };
}

function packageOf({ manager, dependencies, hash, ...entry }: PixiOlderLock['package'][number]): PixiPackage {
  const { name, version, url, build, subdir, license, purls, requires_dist } = entry;
  const depends =
    typeof dependencies === 'object' && !Array.isArray(dependencies) ? Object.keys(dependencies) : dependencies;
  const { md5, sha256 } = hash === '' || hash === undefined ? {} : hash;
  const isConda = manager === 'conda';
  return {
    kind: isConda ? 'conda' : 'pypi',
    name,
    version,
    url,
    build,
    subdir,
    license,
    purls,
    md5,
    sha256,
    ...(isConda ? { depends } : { requires_dist: requires_dist ?? depends }),
  };
}
