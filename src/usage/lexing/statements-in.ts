import type { FoundImport } from '../../model/plugs/import-finder.ts';
import { lineCounter } from './line-counter.ts';

/** An import for each match of a global pattern in blanked code, with the group `module`; blanks in a name and a star behind it are left out. */
export function statementsIn(text: string, code: string, pattern: RegExp): readonly FoundImport[] {
  const lineOf = lineCounter(text);
  return [...code.matchAll(pattern)].flatMap((match) => {
    const module = match.groups?.['module']?.replace(/\s+/g, '').replace(/\._?$/, '') ?? '';
    const lead = /^[\s;{}]*/.exec(match[0])?.[0].length ?? 0;
    return module === '' ? [] : [{ module, line: lineOf(match.index + lead) }];
  });
}
