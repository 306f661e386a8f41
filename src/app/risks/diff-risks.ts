import type { KeyPath } from '../../model/place.ts';
import type { Risk } from '../../model/risks/risk-file.ts';
import type { YamlValue } from '../../records/editing/render-yaml.ts';
import type { ImportedControl } from './map-controls.ts';
import type { ImportedRisk } from './map-risks.ts';

/** A value of an entry that differs, its key path in the entry, and both sides as JSON. */
export type ChangedValue = {
  readonly name: string;
  readonly keyPath: KeyPath;
  readonly value: YamlValue;
  readonly before: string;
  readonly after: string;
};

/** An entry that differs from the recorded one, by its position in the record. */
export type ChangedRisk = {
  readonly id: string;
  readonly index: number;
  readonly values: readonly ChangedValue[];
  readonly newControls: readonly ImportedControl[];
  /** Somebody accepted the entry as it was before. */
  readonly accepted: boolean;
};

/** What is recorded and not in the file: a whole entry, or one control of it. */
export type GonePart = { readonly id: string; readonly of: string | undefined; readonly keyPath: KeyPath };

/** What an import changes: entries that are new, differ, or are in the record alone. */
export type RiskDiff = {
  readonly added: readonly ImportedRisk[];
  readonly changed: readonly ChangedRisk[];
  readonly gone: readonly GonePart[];
  readonly same: number;
};

/** Compares imported entries with recorded ones, value by value; what the mapping does not name stays as it is recorded. */
export function diffRisks(recorded: readonly Risk[], imported: readonly ImportedRisk[]): RiskDiff {
  const positions = new Map(recorded.map(({ id }, index) => [id, index]));
  const wanted = new Map(imported.map((risk) => [risk.id, risk]));
  const changed = imported.flatMap((risk) => {
    const index = positions.get(risk.id);
    const known = index === undefined ? undefined : recorded[index];
    return index === undefined || known === undefined ? [] : compare(known, risk, index);
  });
  const added = imported.filter(({ id }) => !positions.has(id));
  const gone = recorded.flatMap((risk, index): readonly GonePart[] => {
    const now = wanted.get(risk.id);
    if (now === undefined) return [{ id: risk.id, of: undefined, keyPath: [index] }];
    return goneControls(risk, now).map(({ id, position }) => ({
      id,
      of: risk.id,
      keyPath: [index, 'controls', position],
    }));
  });
  return { added, changed, gone, same: imported.length - added.length - changed.length };
}

function compare(recorded: Risk, imported: ImportedRisk, index: number): readonly ChangedRisk[] {
  const { controls: imports = [], ...fields } = imported;
  const positions = new Map(recorded.controls.map(({ id }, position) => [id, position]));
  const values = [
    ...changedValues(recorded, fields, []),
    ...imports.flatMap((control) => {
      const position = positions.get(control.id);
      const known = position === undefined ? undefined : recorded.controls[position];
      return position === undefined || known === undefined ? [] : changedValues(known, control, ['controls', position]);
    }),
  ];
  const newControls = imports.filter(({ id }) => !positions.has(id));
  return values.length + newControls.length === 0
    ? []
    : [{ id: imported.id, index, values, newControls, accepted: recorded.accepted !== undefined }];
}

function goneControls(
  recorded: Risk,
  { controls }: ImportedRisk,
): readonly { readonly id: string; readonly position: number }[] {
  if (controls === undefined) return [];
  const now = new Set(controls.map(({ id }) => id));
  return recorded.controls.flatMap(({ id }, position) => (now.has(id) ? [] : [{ id, position }]));
}

function changedValues(
  recorded: Readonly<Record<string, unknown>>,
  imported: Readonly<Record<string, YamlValue | undefined>> & { readonly id: string },
  above: KeyPath,
): readonly ChangedValue[] {
  return Object.entries(imported).flatMap(([key, value]) => {
    const [before, after] = [signature(recorded[key]), signature(value)];
    if (before === after || value === undefined) return [];
    const name = above.length === 0 ? key : `${imported.id} ${key}`;
    return [{ name, keyPath: [...above, key], value, before, after }];
  });
}

/** Values are the same when their JSON is, in whatever order their keys stand; nothing is the same as an empty list. */
function signature(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
