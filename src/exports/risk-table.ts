import type { SheetToWrite } from '../base/formats/tables/write-xlsx.ts';
import { rateRisk } from '../base/risk/rate-risk.ts';
import type { Dossier, ItemEntry } from '../model/dossier.ts';
import type { FailureControl, RiskControl } from '../model/risks/risk-control.ts';
import type { Risk } from '../model/risks/risk-file.ts';
import type { RiskEstimate } from '../model/risks/risk-matrix.ts';
import type { FailureMode } from '../model/records/soup-item.ts';

/**
 * The rows of the risk file that SOUP touches: one for each control of each failure mode of each risk, then those of the
 * risk itself. What leads nowhere has a row, too.
 */
export function riskTable(dossier: Dossier): SheetToWrite {
  const risks = dossier.riskFile?.record.risks ?? [];
  const known = new Set(risks.map(({ id }) => id));
  const causes = dossier.items.flatMap((item) => item.filed.record.failureModes.map((failure) => ({ item, failure })));
  const rows = [
    ...risks.flatMap((risk) => [
      ...causes
        .filter(({ failure }) => failure.risks.includes(risk.id))
        .flatMap(({ item, failure }) => rowsOf(dossier, risk, item, failure)),
      ...controlsOf(risk.controls).map((control) => row(dossier, { risk, control })),
    ]),
    ...causes
      .filter(({ failure }) => !failure.risks.some((id) => known.has(id)))
      .flatMap(({ item, failure }) => rowsOf(dossier, undefined, item, failure)),
  ];
  return { name: 'SOUP risks', titles: columns.map(({ title }) => title), rows };
}

type Row = {
  readonly risk?: Risk | undefined;
  readonly item?: ItemEntry;
  readonly failure?: FailureMode;
  readonly control?: FailureControl | RiskControl | undefined;
};

type Column = { readonly title: string; readonly of: (row: Row, dossier: Dossier) => string | undefined };

/** The titles can be named under `riskImport.columns`: what is written can be read back. */
const columns: readonly Column[] = [
  { title: 'Risk', of: ({ risk, failure }) => risk?.id ?? failure?.risks.join('\n') },
  { title: 'Hazard', of: ({ risk }) => risk?.hazard },
  { title: 'Sequence of events', of: ({ risk }) => risk?.sequence },
  { title: 'Hazardous situation', of: ({ risk }) => risk?.hazardousSituation },
  { title: 'Harm', of: ({ risk }) => risk?.harm },
  { title: 'Software items', of: ({ risk }) => risk?.softwareItems.join('\n') },
  { title: 'Risk without controls', of: ({ risk }, dossier) => estimate(risk?.before, dossier) },
  { title: 'Residual risk', of: ({ risk }, dossier) => estimate(risk?.after, dossier) },
  { title: 'Accepted', of: ({ risk }) => risk?.accepted && `${risk.accepted.by} ${risk.accepted.on}` },
  { title: 'SOUP item', of: ({ item }) => item?.filed.record.soup },
  { title: 'Versions', of: ({ item }) => item?.own.flatMap(({ component: { version } }) => version ?? []).join('\n') },
  { title: 'Failure mode', of: ({ failure }) => failure?.id },
  { title: 'Mode', of: ({ failure }) => failure?.mode },
  { title: 'Cause', of: ({ failure }) => failure?.cause },
  { title: 'Effect', of: ({ failure }) => failure?.effect },
  { title: 'Failure without controls', of: ({ failure }, dossier) => estimate(failure?.before, dossier) },
  { title: 'Control', of: ({ control }) => control?.id },
  { title: 'Kind of control', of: ({ control }) => control?.kind },
  { title: 'Text of control', of: ({ control }) => control?.text },
  { title: 'Requirements', of: ({ control }) => control?.requirements.join('\n') },
  { title: 'Verified by', of: ({ control }) => control?.verifiedBy.join('\n') },
  { title: 'Results', of: ({ control }, { trace }) => control && results(trace.links, control.id) },
  { title: 'Failure with controls', of: ({ failure }, dossier) => estimate(failure?.after, dossier) },
];

function rowsOf(
  dossier: Dossier,
  risk: Risk | undefined,
  item: ItemEntry,
  failure: FailureMode,
): readonly (readonly string[])[] {
  return controlsOf(failure.controls).map((control) => row(dossier, { risk, item, failure, control }));
}

/** What has no control has a row all the same. */
function controlsOf<T>(controls: readonly T[]): readonly (T | undefined)[] {
  return controls.length === 0 ? [undefined] : controls;
}

function row(dossier: Dossier, given: Row): readonly string[] {
  return columns.map(({ of }) => of(given, dossier) ?? '');
}

function estimate(given: RiskEstimate | undefined, { device }: Dossier): string {
  if (given === undefined) return '';
  const { severity, p1, p2, probability } = given;
  const levels = [severity, p1, p2, probability].filter((level) => level !== undefined).join(' ');
  const matrix = device.record.riskMatrix;
  const rating = matrix && rateRisk(matrix, given);
  return rating === undefined || 'unknown' in rating ? levels : `${levels}: ${rating.zone.name}`;
}

function results(links: Dossier['trace']['links'], control: string): string {
  return links
    .flatMap(({ from, to, standing }) =>
      from === control && standing !== undefined && standing.kind !== 'document' ? [`${to}: ${standing.kind}`] : [],
    )
    .join('\n');
}
