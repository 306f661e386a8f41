import { globs } from '../base/paths/glob.ts';
import { meetsMatter } from '../base/waivers/meets-matter.ts';
import type { Dossier, FindingEntry } from '../model/dossier.ts';
import type { Waiver } from '../model/records/waiver.ts';

/** A waiver, and where it stands. */
export type WaivedHere = { readonly file: string; readonly index: number; readonly waiver: Waiver };

/** The waivers in force of what the rules say of a finding that waits for a person: it stays to be seen, and they beside it. */
export function waiversOfFinding({
  waivers,
  today,
}: Pick<Dossier, 'waivers' | 'today'>): (one: FindingEntry) => readonly WaivedHere[] {
  const inForce = (waivers?.record.waivers ?? []).flatMap((waiver, index) =>
    waiver.on <= today && waiver.until >= today
      ? [{ file: waivers?.file ?? '', index, waiver, isMeant: meetsMatter(waiver), isFile: isFileOf(waiver) }]
      : [],
  );
  return (one) => {
    const { component, id, aliases } = one.finding;
    const matter = { purl: component, anomalies: [id, ...aliases] };
    const asking = rulesAsking(one);
    return inForce.filter(({ waiver, isMeant, isFile }) => {
      const place = asking.get(waiver.rule);
      return place !== undefined && isFile(place) && isMeant(matter);
    });
  };
}

function isFileOf({ files }: Waiver): (file: string) => boolean {
  return files === undefined ? () => true : globs([files]);
}

/** The rules that ask about a finding as it stands, each with the file at which it says so. */
function rulesAsking({ finding: { kind, kev }, standing }: FindingEntry): ReadonlyMap<string, string> {
  if (standing.kind === 'judged' || standing.kind === 'not-needed') return new Map();
  const verdicts = standing.met?.filed.file ?? '';
  const ofStanding = {
    open: kind === 'malware' ? [] : [['81001-5-1/finding-judged', lock] as const],
    again: [['81001-5-1/verdict-again', verdicts] as const],
    expired: [['81001-5-1/verdict-expired', verdicts] as const],
  };
  return new Map([
    ...ofStanding[standing.kind],
    ...(kind === 'malware' ? [['81001-5-1/malicious-package', lock] as const] : []),
    ...(kev === undefined ? [] : [['81001-5-1/exploited-open', lock] as const]),
  ]);
}

const lock = 'soup/anomalies.lock.json';
