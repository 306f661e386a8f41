import { sealedLock } from './sealed-lock.ts';

/** An evaluation of the base device with one finding about left-pad 1.3.0 and what else is known of it, for examples of verdicts. */
export function withFinding(...given: Parameters<typeof padFinding>): Readonly<Record<string, string>> {
  return sealedLock({ findings: [padFinding(...given)] });
}

/** That finding. */
export function padFinding(result: 'affected' | 'undetermined' | 'not-affected' = 'affected', more: object = {}) {
  return {
    component: 'pkg:npm/left-pad@1.3.0',
    id: 'CVE-2026-0001',
    aliases: ['GHSA-pad1-pad1-pad1'],
    result,
    why: '1.3.0 is in <1.3.1 (semver)',
    records: [{ id: 'GHSA-pad1-pad1-pad1', modified: '2026-11-10T00:00:00Z', hash: 'sha256:aa01' }],
    kind: 'vulnerability',
    severities: [],
    fixed: ['1.3.1'],
    ...more,
  };
}

/** An evaluation of the base device by which left-pad 1.3 is supported until a day, for examples of support. */
export function withSupport(endOfLife: string): Readonly<Record<string, string>> {
  return sealedLock({
    support: [{ component: 'pkg:npm/left-pad@1.3.0', product: 'left-pad', cycle: '1.3', endOfLife }],
  });
}

/** An evaluation of the base device that tells what nobody could look up, for examples of data. */
export function withUncovered(
  uncovered: readonly { readonly component: string; readonly reason: string }[],
): Readonly<Record<string, string>> {
  const source = { feed: 'osv', from: 'elsewhere', ecosystem: 'npm', records: 1, newest: '2026-11-13T00:00:00Z' };
  const times = { fetched: '2026-11-14T06:00:00Z', newest: '2026-11-13T00:00:00Z' };
  return sealedLock({ data: { hash: 'sha256:5c1d', ...times, sources: [source] }, uncovered });
}

/** A verdict on that finding with the given lines, and whatever it is said to have been judged on. */
export function verdictWith(
  lines: string,
  judged: {
    readonly version?: string;
    readonly hash?: string;
    readonly anomaly?: string;
    readonly aliases?: readonly string[];
    readonly scope?: string;
  } = {},
): Readonly<Record<string, string>> {
  const {
    version = '1.3.0',
    hash = 'sha256:aa01',
    anomaly = 'CVE-2026-0001',
    aliases = [],
    scope = 'runtime',
  } = judged;
  return {
    'soup/verdicts/npm-left-pad.yaml': `verdicts:
  - judged:
      - anomaly: ${anomaly}${aliases.length === 0 ? '' : `\n        aliases: [${aliases.join(', ')}]`}
        package: pkg:npm/left-pad
        versions: [${version}]
        scope: ${scope}
        records: { GHSA-pad1-pad1-pad1: '${hash}' }
${lines
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
`,
  };
}

/** The lines of a verdict that nothing is wrong with. */
export const notAffected = `status: not_affected
justification: vulnerable_code_not_in_execute_path
reason: Texts are never longer than the label
by: ada
on: 2026-11-12`;
