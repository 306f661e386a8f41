import { packageOf } from '../../base/packages/purl.ts';
import { isSameDefect } from '../../base/anomalies/is-same-defect.ts';
import type { JudgedFinding } from '../../model/anomalies/verdict.ts';
import type { FiledVerdict, MetVerdict } from '../../model/dossier.ts';
import type { Withdrawn } from '../../records/writing/write-verdict.ts';
import type { TriedFinding } from './open-triage.ts';

/**
 * What a new verdict on some findings takes out of the earlier ones, by file: of the one that counted, and of every other on
 * the same defect and version. Versions that are not in use here stay.
 */
export function withdrawnBy(
  findings: readonly TriedFinding[],
  verdicts: readonly FiledVerdict[],
): ReadonlyMap<string, readonly Withdrawn[]> {
  const byPackage = Map.groupBy(
    verdicts.flatMap((filed) => filed.verdict.judged.map((judged): MetVerdict => ({ filed, judged }))),
    ({ judged }) => judged.package,
  );
  const judgedNow = new Map<JudgedFinding, MetVerdict & { readonly versions: Set<string> }>();
  for (const { finding, entry, standing } of findings) {
    const { version } = entry.component;
    const met = 'met' in standing ? standing.met : undefined;
    for (const { filed, judged } of byPackage.get(packageOf(finding.component)) ?? []) {
      const isOther =
        version !== undefined &&
        judged.versions.includes(version) &&
        isSameDefect({ id: judged.anomaly, aliases: judged.aliases }, finding);
      if (judged !== met?.judged && !isOther) continue;
      const one = judgedNow.get(judged) ?? { filed, judged, versions: new Set() };
      judgedNow.set(judged, one);
      if (version !== undefined) one.versions.add(version);
    }
  }
  const places = [...judgedNow.values()].map(({ filed: { file, index, verdict }, judged, versions }) => {
    const versionsLeft = judged.versions.filter((version) => !versions.has(version));
    const isUntouched = versionsLeft.length > 0 && versionsLeft.length === judged.versions.length;
    const position = verdict.judged.indexOf(judged);
    return { file, index, position, versionsLeft, isUntouched, of: verdict.judged.length };
  });
  return Map.groupBy(places, ({ file }) => file);
}
