import { meetsMatter } from '../base/waivers/meets-matter.ts';
import { globs } from '../base/paths/glob.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Found, Matter, Problem, Rule } from '../model/plugs/rule.ts';
import type { WaivedDiagnostic, Waiver, WaiverEntry } from '../model/records/waiver.ts';
import { diagnose } from './apply-rules.ts';

/** Diagnostics parted by the waivers, and what became of each waiver. */
export type Waived = {
  readonly open: readonly Diagnostic[];
  readonly waived: readonly WaivedDiagnostic[];
  readonly entries: readonly WaiverEntry[];
};

/**
 * Parts what is waived from what counts; the first waiver that holds takes a problem, or the part of it that it meets, and one
 * whose time is over, or is still to come, takes none.
 */
export function applyWaivers(
  found: readonly Found[],
  { waivers, today }: Pick<Dossier, 'waivers' | 'today'>,
  { asked, known: all }: { readonly asked: readonly Rule[]; readonly known: readonly Rule[] },
): Waived {
  const askedNow = new Set(asked.map(({ id }) => id));
  const known = new Set(all.flatMap(({ id, subject }) => (subject === 'waiver' ? [] : [id])));
  const entries = (waivers?.record.waivers ?? []).map((waiver, index): WaiverEntry & { readonly part: Part } => {
    const part = partOf(waiver);
    const met = found.flatMap((one) => part(one).met ?? []);
    return {
      file: waivers?.file ?? '',
      index,
      waiver,
      isKnownRule: known.has(waiver.rule),
      isAsked: askedNow.has(waiver.rule),
      isExpired: waiver.until < today,
      meets: met.length,
      anomalies: anomaliesIn(met),
      unmet: unmetOf(waiver, met),
      part,
    };
  });
  const inForce = entries.filter(({ isExpired, waiver }) => !isExpired && waiver.on <= today);
  const open: Diagnostic[] = [];
  const waived: WaivedDiagnostic[] = [];
  for (const { rule, problem } of found) {
    let left: Problem | undefined = problem;
    for (const by of inForce) {
      if (left === undefined) break;
      const parted: Parted = by.part({ rule, problem: left });
      if (parted.met !== undefined) waived.push({ diagnostic: diagnose({ rule, problem: parted.met }), by });
      left = parted.left;
    }
    if (left !== undefined) open.push(diagnose({ rule, problem: left }));
  }
  return { open, waived, entries };
}

/** What a waiver meets of a problem, and what is left of it. */
type Parted = { readonly met: Problem | undefined; readonly left: Problem | undefined };

type Part = (found: Found) => Parted;

function partOf(waiver: Waiver): Part {
  const { rule: id, packages, anomalies, files } = waiver;
  const isFile = files === undefined ? () => true : globs([files]);
  const isMeant = meetsMatter(waiver);
  const isOfAll = packages === undefined && anomalies === undefined;
  return ({ rule, problem }) => {
    if (rule.id !== id || !isFile(problem.place.file)) return { met: undefined, left: problem };
    const { about = [], among } = problem;
    if (isOfAll || (about.length > 0 && about.every(isMeant))) return { met: problem, left: undefined };
    if (among === undefined || !about.some(isMeant)) return { met: undefined, left: problem };
    return { met: among(isMeant), left: among((matter: Matter) => !isMeant(matter)) };
  };
}

/** The first id of each defect is the one that it is known by. */
function anomaliesIn(problems: readonly Problem[]): readonly string[] {
  const ids = problems.flatMap(({ about = [] }) => about.flatMap(({ anomalies }) => anomalies?.[0] ?? []));
  return [...new Set(ids)].toSorted();
}

function unmetOf({ anomalies = [] }: Waiver, met: readonly Problem[]): readonly string[] {
  const ids = met.flatMap(({ about = [] }) => about.flatMap((matter) => matter.anomalies ?? []));
  const known = new Set(ids.map((id) => id.toLowerCase()));
  return anomalies.filter((id) => !known.has(id.toLowerCase()));
}
