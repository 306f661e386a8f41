import type { TraceExport } from '../../model/trace.ts';
import { dot } from './dot.ts';
import { mermaid } from './mermaid.ts';
import { svg } from './svg.ts';

/** Every form in which the trace is written as a graph. */
export const traceExports: readonly TraceExport[] = [mermaid, dot, svg];
