import { globs, packagePattern } from '../base/paths/glob.ts';
import { packageOf } from '../base/packages/purl.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Rule } from '../model/plugs/rule.ts';
import type { WaivedDiagnostic, Waiver, WaiverEntry } from '../model/records/waiver.ts';

/** Diagnostics parted by the waivers, and what became of each waiver. */
export type Waived = {
  readonly open: readonly Diagnostic[];
  readonly waived: readonly WaivedDiagnostic[];
  readonly entries: readonly WaiverEntry[];
};

/** Parts what is waived from what counts; the first waiver that holds takes a diagnostic, one whose time is over takes none. */
export function applyWaivers(
  diagnostics: readonly Diagnostic[],
  { waivers, today }: Pick<Dossier, 'waivers' | 'today'>,
  { asked, known: all }: { readonly asked: readonly Rule[]; readonly known: readonly Rule[] },
): Waived {
  const askedNow = new Set(asked.map(({ id }) => id));
  const known = new Set(all.flatMap(({ id, subject }) => (subject === 'waiver' ? [] : [id])));
  const entries = (waivers?.record.waivers ?? []).map((waiver, index): WaiverEntry & { meet: Meet } => {
    const meet = meetsOf(waiver);
    return {
      file: waivers?.file ?? '',
      index,
      waiver,
      isKnownRule: known.has(waiver.rule),
      isAsked: askedNow.has(waiver.rule),
      isExpired: waiver.until < today,
      meets: diagnostics.filter(meet).length,
      meet,
    };
  });
  const open: Diagnostic[] = [];
  const waived: WaivedDiagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const by = entries.find(({ isExpired, meet }) => !isExpired && meet(diagnostic));
    if (by === undefined) open.push(diagnostic);
    else waived.push({ diagnostic, by });
  }
  return { open, waived, entries };
}

type Meet = (diagnostic: Diagnostic) => boolean;

function meetsOf({ rule, packages, files }: Waiver): Meet {
  const isPackage = packagePattern((packages ?? '').replace('/@', '/%40'));
  const isFile = files === undefined ? () => true : globs([files]);
  return (diagnostic) =>
    diagnostic.rule === rule &&
    isFile(diagnostic.place.file) &&
    (packages === undefined || (diagnostic.subject !== undefined && isPackage(packageOf(diagnostic.subject))));
}
