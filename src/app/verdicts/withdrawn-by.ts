import type { MetVerdict } from '../../model/dossier.ts';
import type { JudgedFinding } from '../../model/anomalies/verdict.ts';
import type { Withdrawn } from '../../records/writing/write-verdict.ts';
import type { TriedFinding } from './open-triage.ts';

/** What a new verdict on some findings takes out of the earlier ones, by file; versions that are not in use here stay. */
export function withdrawnBy(findings: readonly TriedFinding[]): ReadonlyMap<string, readonly Withdrawn[]> {
  const judgedNow = new Map<JudgedFinding, MetVerdict & { readonly versions: Set<string> }>();
  for (const { entry, standing } of findings) {
    const met = 'met' in standing ? standing.met : undefined;
    if (met === undefined) continue;
    const one = judgedNow.get(met.judged) ?? { ...met, versions: new Set() };
    judgedNow.set(met.judged, one);
    if (entry.component.version !== undefined) one.versions.add(entry.component.version);
  }
  const places = [...judgedNow.values()].map(({ filed: { file, index, verdict }, judged, versions }) => {
    const versionsLeft = judged.versions.filter((version) => !versions.has(version));
    return { file, index, position: verdict.judged.indexOf(judged), versionsLeft, of: verdict.judged.length };
  });
  return Map.groupBy(places, ({ file }) => file);
}
