import { lockWith } from './lock-with.ts';

/** A lockfile in which left-pad brings in is-odd, and its record with the given cover and lines, for examples of rules. */
export function covering(what: string, lines = ''): Readonly<Record<string, string>> {
  const packages = {
    'left-pad': { version: '1.3.0', dependencies: { 'is-odd': '3.0.1' } },
    'is-odd': { version: '3.0.1' },
  };
  return {
    ...lockWith(packages),
    'soup/items/npm-left-pad.yaml': `soup: pkg:npm/left-pad\nstatus: confirmed\n${lines}covers:\n  - { ${what}, reason: left-pad needs it }\n`,
  };
}
