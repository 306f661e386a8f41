import { isMet, readMarker, type Condition } from './marker.ts';
import { satisfies } from './satisfies.ts';

/** Tells whether there is a version of Python, among those that specifiers allow, on which all of several markers can hold. */
export function pythonMeeting(specifiers: string): (...markers: readonly (string | undefined)[]) => boolean {
  const allowed = releases.filter((release) => satisfies(release, specifiers));
  const every = allowed.length === 0 ? releases : allowed;
  const known = new Map<string, ReadonlySet<string>>();
  const pythonsOf = (text: string) => {
    const found = known.get(text) ?? new Set(pythonsIn(text, every));
    known.set(text, found);
    return found;
  };
  return (...markers) => {
    const sets = markers.filter((marker) => marker !== undefined).map(pythonsOf);
    return sets.length === 0 || every.some((release) => sets.every((pythons) => pythons.has(release)));
  };
}

/** Early, middle and late releases of the minor versions that are in use or soon will be. */
const releases: readonly string[] = ['2.7', ...Array.from({ length: 20 }, (_, index) => `3.${index + 5}`)].flatMap(
  (minor) => [`${minor}.0`, `${minor}.2`, `${minor}.20`],
);

function pythonsIn(text: string, every: readonly string[]): readonly string[] {
  const marker = readMarker(text);
  return marker === undefined
    ? every
    : every.filter((release) => isMet(marker, (condition) => holdsOn(release, condition)));
}

/** Conditions on anything else than the version of Python may hold. */
function holdsOn(release: string, { variable, operator, value }: Condition): boolean {
  if (!/^[<>=!~]+$/.test(operator)) return true;
  if (variable === 'python_full_version') return satisfies(release, operator + value);
  return variable !== 'python_version' || satisfies(release.replace(/\.\d+$/, ''), operator + value);
}
