import type { Registry } from '../model/registry.ts';
import { cargo } from './cargo.ts';
import { golang } from './golang.ts';
import { maven } from './maven.ts';
import { npm } from './npm.ts';
import { pypi } from './pypi.ts';

/** Every kind of package registry that can be asked for component facts. */
export const registries: readonly Registry[] = [cargo, golang, maven, npm, pypi];
