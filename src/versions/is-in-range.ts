import type { VersConstraint, VersRange } from '../base/packages/vers.ts';
import type { Scheme } from '../model/plugs/scheme.ts';
import { schemes } from './index.ts';
import { namesNoVersion } from './names-no-version.ts';

/**
 * Whether a version is in a VERS range ("Checking if a version is contained"); `undefined` when its type has no order
 * that is known, or a version of the range or the tested one is none of it.
 */
export function isInRange({ type, constraints }: VersRange, version: string): boolean | undefined {
  if (constraints.some(({ comparator }) => comparator === '*')) return true;
  const scheme = schemeOfType(type);
  if (scheme === undefined || namesNoVersion(version)) return undefined;
  const order = (constraint: VersConstraint) => scheme.compare(version, constraint.version);
  if (scheme.compare(version, version) === undefined || constraints.some((one) => order(one) === undefined))
    return undefined;
  const naming = constraints.filter((constraint) => order(constraint) === 0);
  const decisive = naming.find(({ comparator }) => equal.has(comparator));
  if (naming.length > 0) return decisive !== undefined && decisive.comparator !== '!=';
  const bounds = constraints
    .filter(({ comparator }) => comparator !== '=' && comparator !== '!=')
    .toSorted((a, b) => scheme.compare(a.version, b.version) ?? 0);
  if (bounds.length === 0) return constraints.every(({ comparator }) => comparator === '!=');
  const below = bounds.findLast((bound) => (order(bound) ?? 0) > 0);
  return below === undefined ? bounds[0]?.comparator.startsWith('<') : below.comparator.startsWith('>');
}

const equal: ReadonlySet<string> = new Set(['=', '!=', '<=', '>=']);

/** VERS names types as package URLs do, with a few of its own. */
function schemeOfType(type: string): Scheme | undefined {
  const name = schemeNames.get(type);
  return schemes.find((scheme) => scheme.name === name);
}

const schemeNames: ReadonlyMap<string, string> = new Map([
  ['alpine', 'apk'],
  ['alpm', 'alpm'],
  ['apk', 'apk'],
  ['cargo', 'semver'],
  ['composer', 'packagist'],
  ['conan', 'conan'],
  ['cran', 'cran'],
  ['deb', 'deb'],
  ['gem', 'gem'],
  ['generic', 'generic'],
  ['github', 'semver'],
  ['golang', 'semver'],
  ['hackage', 'hackage'],
  ['hex', 'semver'],
  ['intdot', 'hackage'],
  ['julia', 'pub'],
  ['maven', 'maven'],
  ['npm', 'semver'],
  ['nuget', 'nuget'],
  ['openssl', 'openssl'],
  ['pub', 'pub'],
  ['pypi', 'pep440'],
  ['rpm', 'rpm'],
  ['semver', 'semver'],
  ['swift', 'semver'],
]);
