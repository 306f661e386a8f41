import type { Risk } from '../../model/risk-file.ts';
import type { ImportedRisk } from './map-risks.ts';

/** A field of an entry that differs, as JSON texts. */
export type ChangedField = { readonly field: keyof ImportedRisk; readonly before: string; readonly after: string };

/** What an import changes: entries that are new, differ, or are in the record alone. */
export type RiskDiff = {
  readonly added: readonly ImportedRisk[];
  readonly changed: readonly {
    readonly risk: ImportedRisk;
    readonly index: number;
    readonly fields: readonly ChangedField[];
    /** Somebody accepted the entry as it was before. */
    readonly accepted: boolean;
  }[];
  readonly removed: readonly { readonly id: string; readonly index: number }[];
  readonly same: number;
};

/** Compares imported entries with recorded ones, field by field; what the mapping does not name stays as it is recorded. */
export function diffRisks(recorded: readonly Risk[], imported: readonly ImportedRisk[]): RiskDiff {
  const byId = new Map(recorded.map((risk, index) => [risk.id, { risk, index }]));
  const wanted = new Set(imported.map(({ id }) => id));
  const changed = imported.flatMap((risk) => {
    const known = byId.get(risk.id);
    if (known === undefined) return [];
    const merged = withKnownControls(risk, known.risk);
    const fields = changedFields(known.risk, merged);
    return fields.length === 0
      ? []
      : [{ risk: merged, index: known.index, fields, accepted: known.risk.accepted !== undefined }];
  });
  const added = imported.filter(({ id }) => !byId.has(id));
  return {
    added,
    changed,
    removed: recorded.flatMap(({ id }, index) => (wanted.has(id) ? [] : [{ id, index }])),
    same: imported.length - added.length - changed.length,
  };
}

/** What people added to a control, such as where it is implemented, stays with it. */
function withKnownControls(risk: ImportedRisk, { controls: recorded }: Risk): ImportedRisk {
  if (risk.controls === undefined) return risk;
  const byId = new Map(recorded.map((control) => [control.id, control]));
  const controls = risk.controls.map((control) => ({ ...withoutEmpty(byId.get(control.id) ?? {}), ...control }));
  return { ...risk, controls };
}

function withoutEmpty(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && inner.length === 0)),
  );
}

function changedFields(recorded: Risk, imported: ImportedRisk): readonly ChangedField[] {
  return (Object.keys(imported) as (keyof ImportedRisk)[]).flatMap((field) => {
    const [before, after] = [signature(recorded[field]), signature(imported[field])];
    return before === after ? [] : [{ field, before, after }];
  });
}

/** Values are the same when their JSON is, in whatever order their keys stand and with or without empty lists. */
function signature(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(withoutEmpty(inner)).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  );
}
