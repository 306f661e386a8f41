import { rulesOfFindings } from '../base/waivers/rules-of-findings.ts';
import { meetsMatter } from '../base/waivers/meets-matter.ts';
import type { Dossier, FindingEntry } from '../model/dossier.ts';
import type { Waiver } from '../model/records/waiver.ts';

/** A waiver, and where it stands. */
export type WaivedHere = { readonly file: string; readonly index: number; readonly waiver: Waiver };

/** The waivers in force by which a finding that waits for a person does not count: it stays to be seen, and they beside it. */
export function waiversOfFinding({
  waivers,
  today,
}: Pick<Dossier, 'waivers' | 'today'>): (one: FindingEntry) => readonly WaivedHere[] {
  const inForce = (waivers?.record.waivers ?? []).flatMap((waiver, index) =>
    rulesOfFindings.includes(waiver.rule) && waiver.on <= today && waiver.until >= today
      ? [{ file: waivers?.file ?? '', index, waiver, isMeant: meetsMatter(waiver) }]
      : [],
  );
  return ({ finding: { component, id, aliases }, standing }) =>
    standing.kind === 'judged' || standing.kind === 'not-needed'
      ? []
      : inForce.filter(({ isMeant }) => isMeant({ purl: component, anomalies: [id, ...aliases] }));
}
