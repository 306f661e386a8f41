import type { Registry } from '../model/plugs/registry.ts';
import { cargo } from './cargo.ts';
import { composer } from './composer.ts';
import { cran } from './cran.ts';
import { gem } from './gem.ts';
import { golang } from './golang.ts';
import { hex } from './hex.ts';
import { maven } from './maven.ts';
import { npm } from './npm.ts';
import { nuget } from './nuget.ts';
import { pub } from './pub.ts';
import { pypi } from './pypi.ts';

/** Every kind of package registry that can be asked for component facts. */
export const registries: readonly Registry[] = [cargo, composer, cran, gem, golang, hex, maven, npm, nuget, pub, pypi];
