import type { CommandEntry } from '../command.ts';

/** Every command, in the order of the help and under the heading of its task. */
export const commands: readonly CommandEntry[] = [
  { name: 'init', task: 'begin', load: async () => (await import('./init.ts')).init },
  { name: 'scan', task: 'begin', load: async () => (await import('./scan.ts')).scan },
  { name: 'draft', task: 'begin', load: async () => (await import('./draft.ts')).draft },
  { name: 'coverage', task: 'begin', load: async () => (await import('./coverage.ts')).coverage },
  { name: 'status', task: 'answer', load: async () => (await import('./status.ts')).status },
  { name: 'check', task: 'answer', load: async () => (await import('./check.ts')).check },
  { name: 'explain', task: 'answer', load: async () => (await import('./explain.ts')).explain },
  { name: 'why', task: 'answer', load: async () => (await import('./why.ts')).why },
  { name: 'trace', task: 'answer', load: async () => (await import('./trace.ts')).trace },
  { name: 'licence', task: 'answer', load: async () => (await import('./licence.ts')).licence },
  { name: 'sync', task: 'watch', load: async () => (await import('./sync.ts')).sync },
  { name: 'evaluate', task: 'watch', load: async () => (await import('./evaluate.ts')).evaluate },
  { name: 'triage', task: 'watch', load: async () => (await import('./triage.ts')).triage },
  { name: 'approve', task: 'watch', load: async () => (await import('./approve.ts')).approve },
  { name: 'anomalies', task: 'watch', load: async () => (await import('./anomalies.ts')).anomalies },
  { name: 'cpe', task: 'watch', load: async () => (await import('./cpe.ts')).cpe },
  { name: 'diff', task: 'field', load: async () => (await import('./diff.ts')).diff },
  { name: 'release', task: 'field', load: async () => (await import('./release.ts')).release },
  { name: 'watch', task: 'field', load: async () => (await import('./watch.ts')).watch },
  { name: 'report', task: 'hand', load: async () => (await import('./report.ts')).report },
  { name: 'sbom', task: 'hand', load: async () => (await import('./sbom.ts')).sbom },
  { name: 'vex', task: 'hand', load: async () => (await import('./vex.ts')).vex },
  { name: 'import', task: 'hand', load: async () => (await import('./import.ts')).importGroup },
  { name: 'export', task: 'hand', load: async () => (await import('./export.ts')).exportGroup },
];
