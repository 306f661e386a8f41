import { repositoryPinning } from '../../../base/packages/repositories/repository-pinning.ts';
import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import type { LockedPackage } from '../locked/locked-packages.ts';
import { isMet, readMarker } from '../needs/marker.ts';
import { readNeed, type Need } from '../needs/need.ts';
import { repositoryAt, withoutSecrets } from '../../../base/packages/repositories/package-address.ts';
import { readPoetryNeeds } from './poetry-need.ts';
import type { PoetryFile, PoetryPackage } from './poetry-lock-schema.ts';
import { pypiComponent, registryName } from '../pypi-package.ts';
import { readHashes, relock } from '../locked/read-hashes.ts';

/** Makes a locked package of an entry of poetry.lock; `placeOf` gives the line of one of its keys. */
export function poetryPackage(
  entry: PoetryPackage,
  files: readonly PoetryFile[],
  placeOf: (key: string) => LinePlace,
  diagnostics: Diagnostic[],
): LockedPackage {
  const { version, source, extras } = entry;
  const at = placeOf('');
  const name = registryName(entry.name);
  const own = source?.type === 'directory';
  const kind = repositoryKinds.get(source?.type ?? '');
  const state = source?.resolved_reference ?? source?.reference;
  const repository =
    source === undefined || kind === undefined ? undefined : repositoryAt(kind, source.url, state, source.subdirectory);
  const { hashes, problems } = readHashes(
    name,
    files.map(({ file, hash }) => ({ hash, of: file })),
    at,
  );
  for (const each of problems) diagnostics.push(each);
  return {
    facts: {
      ...pypiComponent({
        name,
        version,
        pinning: repositoryPinning(repository),
        hashes,
        repository,
        archive: source?.type === 'url' ? withoutSecrets(source.url) : undefined,
        at,
      }),
      description: entry.description === '' ? undefined : entry.description,
    },
    at,
    own,
    needs: needsOf(entry, placeOf('dependencies'), diagnostics),
    extras: new Map(
      Object.entries(extras).map(([extra, texts]) => [registryName(extra), texts.flatMap((text) => extraNeed(text))]),
    ),
    told: toldScope(entry, placeOf),
    marker: typeof entry.markers === 'string' ? entry.markers : undefined,
  };
}

const repositoryKinds = new Map([
  ['git', 'git'],
  ['hg', 'hg'],
]);

/** What Poetry before version 1.3 left out of its lockfiles, whoever asked for it. */
const leftOut = new Set(['setuptools', 'pip', 'wheel', 'distribute']);

/** The dependencies but for those that only an extra brings in. */
function needsOf({ name, dependencies }: PoetryPackage, at: LinePlace, diagnostics: Diagnostic[]): readonly Need[] {
  return Object.entries(dependencies)
    .flatMap(([needed, value]) => {
      const needs = readPoetryNeeds(needed, value);
      if (needs !== undefined) return needs;
      const message = `${name} needs ${quote(needed)} in a way that is none of Poetry's: ${quote(JSON.stringify(value))}`;
      diagnostics.push(entryProblem(at, message, relock));
      return [];
    })
    .filter(({ optional }) => !optional)
    .map((need) => (leftOut.has(need.name) ? { ...need, conditional: true } : need));
}

function extraNeed(text: string): readonly Need[] {
  const need = readNeed(text);
  return need === undefined ? [] : [{ ...need, conditional: true }];
}

/** The scope by `groups` (lock-version 2.1), `category` (up to 1.1), or `optional` in between. */
function toldScope(entry: PoetryPackage, placeOf: (key: string) => LinePlace): ScopeEvidence | undefined {
  const { groups, category, optional, markers } = entry;
  if (groups !== undefined) {
    const at = placeOf('groups');
    if (!groups.includes('main'))
      return { scope: 'development', reason: `group${groups.length > 1 ? 's' : ''} ${groups.join(', ')}`, at };
    const marker = typeof markers === 'string' ? markers : markers?.['main'];
    return optional || (marker !== undefined && needsExtra(marker))
      ? { scope: 'optional', reason: 'group main, with an extra only', at }
      : { scope: 'runtime', reason: 'group main', at };
  }
  if (category !== undefined) {
    if (category !== 'main')
      return { scope: 'development', reason: `category = ${quote(category)}`, at: placeOf('category') };
    if (!optional) return { scope: 'runtime', reason: 'category = "main"', at: placeOf('category') };
  }
  return optional ? { scope: 'optional', reason: 'optional = true', at: placeOf('optional') } : undefined;
}

/** Whether a marker cannot hold as long as no extra is asked for. */
function needsExtra(text: string): boolean {
  const marker = readMarker(text);
  return (
    marker !== undefined &&
    !isMet(marker, ({ variable, operator }) => variable !== 'extra' || operator === '!=' || operator === 'not in')
  );
}
