import { compareDigits } from '../../../base/compare.ts';
import {
  comparePublicVersions,
  comparePythonVersions,
  readPythonVersion,
  type PythonVersion,
} from '../../../base/packages/python-version.ts';

/**
 * Whether a locked version fits specifiers, to tell apart the versions that a lockfile holds of one package: PEP 440 and
 * the carets, tildes and `||` of Poetry. What is neither is no reason against a version.
 */
export function satisfies(version: string, specifiers: string): boolean {
  const locked = readPythonVersion(version);
  if (locked === undefined) return true;
  return specifiers.split('||').some((alternative) =>
    alternative
      .replace(/([<>=!~^])\s+/g, '$1')
      .split(/[,\s]+/)
      .filter((clause) => clause !== '' && clause !== '*')
      .every((clause) => fits(version, locked, clause)),
  );
}

function fits(version: string, locked: PythonVersion, clause: string): boolean {
  const [, operator = '', bound = ''] = /^(===|[~=!<>]=|[<>^~=])?(.*)$/s.exec(clause) ?? [];
  if (operator === '===') return version.trim().toLowerCase() === bound.trim().toLowerCase();
  const series = bound.endsWith('.*') ? bound.slice(0, -2) : undefined;
  const limit = readPythonVersion(series ?? bound);
  if (limit === undefined) return true;
  const order = comparePublicVersions(locked, limit);
  const inSeries = (length: number) => startsWith(locked, limit, length);
  const { length } = limit.release;
  if (series !== undefined) return inSeries(length) !== (operator === '!=');
  if (operator === '~=') return order >= 0 && inSeries(length - 1);
  if (operator === '~') return order >= 0 && inSeries(Math.min(2, length));
  if (operator === '^') return order >= 0 && inSeries(caretLength(limit.release));
  if (operator === '>') return order > 0 && !isSame(locked, limit);
  if (operator === '>=') return order >= 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0 || isSame(locked, limit);
  return isSame(locked, limit) !== (operator === '!=');
}

/** Poetry's caret keeps everything up to the first number that is not zero. */
function caretLength(release: readonly string[]): number {
  const first = release.findIndex((part) => /[1-9]/.test(part));
  return first === -1 ? release.length : first + 1;
}

function startsWith(version: PythonVersion, series: PythonVersion, length: number): boolean {
  return (
    compareDigits(version.epoch, series.epoch) === 0 &&
    series.release.slice(0, length).every((part, index) => compareDigits(part, version.release[index] ?? '0') === 0)
  );
}

/** A bound without a local part means every build of its version. */
function isSame(version: PythonVersion, bound: PythonVersion): boolean {
  return (bound.local.length === 0 ? comparePublicVersions : comparePythonVersions)(version, bound) === 0;
}
