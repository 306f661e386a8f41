import { appendTo, deleteIn, setIn, type Edit } from './edit.ts';
import { renderComment, type YamlValue } from './render-yaml.ts';

/** What changes in `soup/risks.yaml`, by positions in its list. */
export type RiskChanges = {
  readonly added: readonly YamlValue[];
  readonly changed: readonly {
    readonly index: number;
    readonly fields: readonly (readonly [string, YamlValue])[];
  }[];
  readonly removed: readonly number[];
  readonly source: YamlValue;
};

/** Writes changes into the text of the risk file; whatever they do not name stays as it is, comments included. */
export function writeRisks(text: string | undefined, { added, changed, removed, source }: RiskChanges): Edit {
  let edit: Edit = { text: text ?? `${heading}\nrisks: []\n` };
  const then = (next: (text: string) => Edit) => {
    if ('text' in edit) edit = next(edit.text);
  };
  for (const { index, fields } of changed)
    for (const [field, value] of fields) then((now) => setIn(now, ['risks', index, field], value));
  for (const index of removed.toSorted((a, b) => b - a)) then((now) => deleteIn(now, ['risks', index]));
  for (const risk of added) then((now) => appendTo(now, ['risks'], risk));
  then((now) => setIn(now, ['source'], source));
  return edit;
}

const heading = renderComment(
  'Entries of the ISO 14971 file that SOUP touches; imported by `tureen import risks`, which changes what differs.',
);
