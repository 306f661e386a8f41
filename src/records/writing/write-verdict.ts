import type { KeyPath } from '../../model/place.ts';
import { appendTo, deleteIn, setIn, type Edit } from '../edit.ts';
import { itemFile } from '../scaffolds/file-name.ts';
import { renderComment, type YamlValue } from '../editing/render-yaml.ts';

/** A finding that a verdict of a file has judged, by its places in the lists, and the versions that stay with it. */
export type Withdrawn = {
  readonly index: number;
  readonly position: number;
  readonly versionsLeft: readonly string[];
  /** Whether it loses no version at all: then its text stays as it is. */
  readonly isUntouched: boolean;
  /** How many findings the verdict is about. */
  readonly of: number;
};

/** Where verdicts on a package stand: in a file named as the record that accounts for it, else by its own name. */
export function verdictsFile(recordFile: string | undefined, soup: string): string {
  return (recordFile ?? itemFile(soup, () => false)).replace(/^soup\/items\//, 'soup/verdicts/');
}

/** Adds a verdict to the end of a file's text; a file that is new gets a first line that says what it is. */
export function addVerdict(text: string | undefined, verdict: YamlValue): Edit {
  return appendTo(text ?? `${heading}\nverdicts:\n`, ['verdicts'], verdict);
}

/** Writes an approval into the verdict at a position of a file's text. */
export function approveVerdict(text: string, index: number, approval: YamlValue): Edit {
  return setIn(text, ['verdicts', index, 'approved'], approval);
}

const heading = renderComment(
  'Verdicts on findings. What stands under "judged" is written by `tureen triage`, not by hand.',
);

/** Takes findings out of the verdicts that judged them; a verdict that is about nothing else goes with them. */
export function withdraw(text: string, withdrawn: readonly Withdrawn[]): Edit {
  const byVerdict = Map.groupBy(withdrawn, ({ index }) => index);
  let edit: Edit = { text };
  for (const [index, findings] of [...byVerdict].toSorted(([a], [b]) => b - a)) {
    const at: KeyPath = ['verdicts', index];
    const gone = findings.filter(({ versionsLeft }) => versionsLeft.length === 0);
    const kept = findings.filter(({ versionsLeft, isUntouched }) => versionsLeft.length > 0 && !isUntouched);
    for (const { position, versionsLeft } of kept)
      edit = then(edit, (now) => setIn(now, [...at, 'judged', position, 'versions'], versionsLeft));
    if (gone.length === findings[0]?.of) edit = then(edit, (now) => deleteIn(now, at));
    else
      for (const { position } of gone.toSorted((a, b) => b.position - a.position))
        edit = then(edit, (now) => deleteIn(now, [...at, 'judged', position]));
  }
  return edit;
}

function then(edit: Edit, next: (text: string) => Edit): Edit {
  return 'refused' in edit ? edit : next(edit.text);
}
