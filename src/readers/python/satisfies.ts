/**
 * Whether a locked version fits specifiers, to tell apart the versions that a lockfile holds of one package: PEP 440 and
 * the carets, tildes and `||` of Poetry. What is neither is no reason against a version.
 */
export function satisfies(version: string, specifiers: string): boolean {
  const locked = readVersion(version);
  if (locked === undefined) return true;
  return specifiers.split('||').some((alternative) =>
    alternative
      .replace(/([<>=!~^])\s+/g, '$1')
      .split(/[,\s]+/)
      .filter((clause) => clause !== '' && clause !== '*')
      .every((clause) => fits(locked, clause)),
  );
}

type Version = {
  readonly text: string;
  readonly epoch: number;
  readonly release: readonly number[];
  /** Ranks and numbers of pre-release, post-release and development release, in the order in which they count. */
  readonly stages: readonly number[];
  readonly local: string;
};

function fits(locked: Version, clause: string): boolean {
  const [, operator = '', bound = ''] = /^(===|[~=!<>]=|[<>^~=])?(.*)$/s.exec(clause) ?? [];
  if (operator === '===') return locked.text === bound.trim().toLowerCase();
  const series = bound.endsWith('.*') ? bound.slice(0, -2) : undefined;
  const limit = readVersion(series ?? bound);
  if (limit === undefined) return true;
  const order = compare(locked, limit);
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
function caretLength(release: readonly number[]): number {
  const first = release.findIndex((part) => part > 0);
  return first === -1 ? release.length : first + 1;
}

function startsWith(version: Version, series: Version, length: number): boolean {
  return (
    version.epoch === series.epoch &&
    series.release.slice(0, length).every((part, index) => part === (version.release[index] ?? 0))
  );
}

/** A bound without a local part means every build of its version. */
function isSame(version: Version, bound: Version): boolean {
  return compare(version, bound) === 0 && (bound.local === '' || bound.local === version.local);
}

function compare(a: Version, b: Version): number {
  const length = Math.max(a.release.length, b.release.length);
  const left = keyOf(a, length);
  const right = keyOf(b, length);
  const different = left.findIndex((part, index) => part !== right[index]);
  return different === -1 ? 0 : (left[different] ?? 0) - (right[different] ?? 0);
}

function keyOf({ epoch, release, stages }: Version, length: number): readonly number[] {
  return [epoch, ...release, ...Array<number>(length - release.length).fill(0), ...stages];
}

const pattern =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|alpha|b|beta|c|rc|pre|preview)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9._-]+))?$/;

const preRanks = new Map([
  ['a', 1],
  ['b', 2],
]);

function readVersion(given: string): Version | undefined {
  const text = given.trim().toLowerCase();
  const read = pattern.exec(text);
  if (read === null) return undefined;
  const [, epoch = '0', release = '', pre, preNumber, dashed, post, postNumber, dev, devNumber, local = ''] = read;
  const isPost = dashed !== undefined || post !== undefined;
  const withoutPre = dev !== undefined && !isPost ? 0 : 4;
  const preRank = pre === undefined ? withoutPre : (preRanks.get(pre.slice(0, 1)) ?? 3);
  const stages = [
    [preRank, preNumber],
    [isPost ? 1 : 0, dashed ?? postNumber],
    [dev === undefined ? 1 : 0, devNumber],
  ] as const;
  return {
    text,
    epoch: Number(epoch),
    release: release.split('.').map(Number),
    stages: stages.flatMap(([rank, number]) => [rank, Number(number ?? 0)]),
    local: local.replaceAll(/[-_]/g, '.'),
  };
}
