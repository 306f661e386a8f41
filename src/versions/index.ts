import type { Scheme } from '../model/plugs/scheme.ts';
import { alpm } from './alpm.ts';
import { apk } from './apk.ts';
import { conan } from './conan.ts';
import { cran } from './cran.ts';
import { deb } from './deb.ts';
import { gem } from './gem.ts';
import { generic } from './generic.ts';
import { hackage } from './hackage.ts';
import { java } from './java.ts';
import { maven } from './maven.ts';
import { nuget } from './nuget.ts';
import { openssl } from './openssl.ts';
import { packagist } from './packagist.ts';
import { pep440 } from './pep440.ts';
import { pub } from './pub.ts';
import { rpm } from './rpm.ts';
import { semver } from './semver.ts';
import { tag } from './tag.ts';

/** Every version scheme; an OSV ecosystem is ordered by the one that names it. */
export const schemes: readonly Scheme[] = [
  alpm,
  apk,
  conan,
  cran,
  deb,
  gem,
  generic,
  hackage,
  java,
  maven,
  nuget,
  openssl,
  packagist,
  pep440,
  pub,
  rpm,
  semver,
  tag,
];
