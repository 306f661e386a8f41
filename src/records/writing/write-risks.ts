import type { KeyPath } from '../../model/place.ts';
import { appendTo, deleteIn, setIn, type Edit } from '../edit.ts';
import { renderComment, type YamlValue } from '../editing/render-yaml.ts';

/** What changes in `soup/risks.yaml`, by key paths below its list. */
export type RiskChanges = {
  readonly set: readonly { readonly keyPath: KeyPath; readonly value: YamlValue }[];
  /** Lists, such as the controls of an entry, with what is added to their ends; the empty path is the list itself. */
  readonly appended: readonly { readonly keyPath: KeyPath; readonly value: YamlValue }[];
  /** In the order of the file. */
  readonly removed: readonly KeyPath[];
  readonly source: YamlValue;
};

/** Writes changes into the text of the risk file; whatever they do not name stays as it is, comments included. */
export function writeRisks(text: string | undefined, { set, appended, removed, source }: RiskChanges): Edit {
  let edit: Edit = { text: text ?? `${heading}\nrisks: []\n` };
  const then = (next: (text: string) => Edit) => {
    if ('text' in edit) edit = next(edit.text);
  };
  for (const { keyPath, value } of set) then((now) => setIn(now, ['risks', ...keyPath], value));
  for (const { keyPath, value } of appended) then((now) => appendTo(now, ['risks', ...keyPath], value));
  for (const keyPath of removed.toReversed()) then((now) => deleteIn(now, ['risks', ...keyPath]));
  then((now) => setIn(now, ['source'], source));
  return edit;
}

const heading = renderComment(
  'Entries of the ISO 14971 file that SOUP touches; imported by `tureen import risks`, which changes what differs.',
);
