import type { SourceImports } from '../../model/plugs/import-finder.ts';
import { blankOut, type Spans } from './blank-out.ts';
import { statementsIn } from './statements-in.ts';

/** Finds the imports of a source whose first `package` names what it declares itself, as the languages of the JVM have it. */
export function importsInPackage(text: string, spans: Spans, statement: RegExp): SourceImports {
  const code = blankOut(text, spans);
  const own = /^[ \t]*package\s+([\w.]+)/m.exec(code)?.[1];
  return { imports: statementsIn(text, code, statement), declares: own === undefined ? [] : [own] };
}
