import type { Registry } from '../model/plugs/registry.ts';
import { cargo } from './cargo.ts';
import { clearlydefined } from './clearlydefined.ts';
import { composer } from './composer.ts';
import { conda } from './conda.ts';
import { cran } from './cran.ts';
import { depsdev } from './depsdev.ts';
import { gem } from './gem.ts';
import { golang } from './golang.ts';
import { hex } from './hex.ts';
import { maven } from './maven.ts';
import { npm } from './npm.ts';
import { nuget } from './nuget.ts';
import { pub } from './pub.ts';
import { pypi } from './pypi.ts';

/** Every kind of source that can be asked for component facts: package registries, and collections that a person names. */
export const registries: readonly Registry[] = [
  cargo,
  clearlydefined,
  composer,
  conda,
  cran,
  depsdev,
  gem,
  golang,
  hex,
  maven,
  npm,
  nuget,
  pub,
  pypi,
];
