import type { CommandEntry } from '../command.ts';

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  { name: 'init', load: async () => (await import('./init.ts')).init },
  { name: 'scan', load: async () => (await import('./scan.ts')).scan },
  { name: 'draft', load: async () => (await import('./draft.ts')).draft },
  { name: 'sync', load: async () => (await import('./sync.ts')).sync },
  { name: 'cpe', load: async () => (await import('./cpe.ts')).cpe },
  { name: 'evaluate', load: async () => (await import('./evaluate.ts')).evaluate },
  { name: 'triage', load: async () => (await import('./triage.ts')).triage },
  { name: 'approve', load: async () => (await import('./approve.ts')).approve },
  { name: 'anomalies', load: async () => (await import('./anomalies.ts')).anomalies },
  { name: 'coverage', load: async () => (await import('./coverage.ts')).coverage },
  { name: 'check', load: async () => (await import('./check.ts')).check },
  { name: 'status', load: async () => (await import('./status.ts')).status },
  { name: 'why', load: async () => (await import('./why.ts')).why },
  { name: 'trace', load: async () => (await import('./trace.ts')).trace },
  { name: 'licence', load: async () => (await import('./licence.ts')).licence },
  { name: 'explain', load: async () => (await import('./explain.ts')).explain },
  { name: 'diff', load: async () => (await import('./diff.ts')).diff },
  { name: 'release', load: async () => (await import('./release.ts')).release },
  { name: 'watch', load: async () => (await import('./watch.ts')).watch },
  { name: 'report', load: async () => (await import('./report.ts')).report },
  { name: 'import', load: async () => (await import('./import.ts')).importGroup },
  { name: 'export', load: async () => (await import('./export.ts')).exportGroup },
  { name: 'sbom', load: async () => (await import('./sbom.ts')).sbom },
  { name: 'vex', load: async () => (await import('./vex.ts')).vex },
];
