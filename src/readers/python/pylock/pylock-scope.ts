import type { ScopeEvidence } from '../../../model/component.ts';
import type { LinePlace } from '../../../model/place.ts';
import { isMet, readMarker, type Condition } from '../needs/marker.ts';
import type { Pylock, PylockPackage } from './pylock-schema.ts';
import { scopeOfName } from '../scope-of-name.ts';

/**
 * The scope of a package by what must be asked of an installer for its marker to hold; without extras and groups the
 * file is a plain list, of which its name alone may tell what it is for.
 */
export function pylockScope(
  { marker: text }: PylockPackage,
  lock: Pylock,
  file: string,
  placeOf: (key: string) => LinePlace,
): ScopeEvidence {
  const at = placeOf('marker');
  if (lock.extras.length === 0 && lock['dependency-groups'].length === 0) return scopeOfFile(file, at);
  const marker = text === undefined ? undefined : readMarker(text);
  if (text === undefined) return { scope: 'runtime', reason: 'no marker, so that it is always installed', at };
  if (marker === undefined) return { scope: 'unknown', reason: 'its marker cannot be read', at };
  const groups = new Set(lock['default-groups']);
  const holds = (asked: 'nothing' | 'extras' | 'groups') =>
    isMet(marker, (condition) => isAsked(condition, groups, asked));
  if (holds('nothing')) return { scope: 'runtime', reason: 'its marker holds by default', at };
  if (holds('extras')) return { scope: 'optional', reason: 'its marker holds with an extra only', at };
  if (holds('groups')) return { scope: 'development', reason: 'its marker holds with a dependency group only', at };
  return { scope: 'unknown', reason: 'its marker never holds', at };
}

/** Whether a condition can hold with the default groups, and with any extras or any groups besides. */
function isAsked(
  { variable, operator, value }: Condition,
  groups: ReadonlySet<string>,
  asked: 'nothing' | 'extras' | 'groups',
): boolean {
  const isWanted = operator === 'contains' || operator === '==';
  if (variable === 'extras' || variable === 'extra') return asked !== 'nothing' || !isWanted;
  if (variable === 'dependency_groups') return asked === 'groups' || groups.has(value) === isWanted;
  return true;
}

function scopeOfFile(file: string, at: LinePlace): ScopeEvidence {
  const name = file.split('/').at(-1) ?? '';
  const scope = scopeOfName(name);
  if (scope !== undefined && scope !== 'unknown') return { scope, reason: `the file is named ${name}`, at };
  return { scope: 'unknown', reason: 'the file names no groups and extras, and so does not tell', at };
}
