import { appendTo, setIn, type Edit } from '../edit.ts';
import { renderComment, renderPair, type YamlValue } from '../editing/render-yaml.ts';

/** Adds a disposition to the end of a file's text; a file that is new gets a first line that says what it is. */
export function addDisposition(text: string | undefined, soup: string, disposition: YamlValue): Edit {
  return appendTo(text ?? beginningOf(soup), ['dispositions'], disposition);
}

/** Binds a class of a file to the entries that it is about, and to the list that they stand in. */
export function bindDisposition(
  text: string,
  index: number,
  { entries, list }: { readonly entries: YamlValue; readonly list: string },
): Edit {
  const edit = setIn(text, ['dispositions', index, 'entries'], entries);
  return 'refused' in edit ? edit : setIn(edit.text, ['dispositions', index, 'list'], list);
}

/** States the sample of a file, in place of the one that it stated before. */
export function setSample(text: string | undefined, soup: string, sample: YamlValue): Edit {
  return setIn(text ?? beginningOf(soup), ['sample'], sample);
}

function beginningOf(soup: string): string {
  const heading = renderComment('What was judged about published anomalies; `tureen anomalies` shows ids and hashes.');
  return `${heading}\n${renderPair('soup', soup)}\n`;
}
