import { parseRecord } from '../loading/parse-record.ts';
import { appendTo, setIn, type Edit } from '../edit.ts';
import { renderBlock, renderComment, type YamlValue } from '../editing/render-yaml.ts';
import { valueAt } from '../../base/formats/value-at.ts';

/** The text of a new `soup/verification.yaml`; `testIds` are the patterns of names that are tests. */
export function newVerification(testIds: readonly string[]): string {
  const heading = 'Results of tests, written by `tureen import test-results`; runs of people are entered by hand.';
  return `${renderComment(heading)}\n${renderBlock({ testIds })}\nruns: []\n`;
}

/** Writes a run into the text of the record: in place of the one of the same file, else behind the last. */
export function addRun(text: string, run: { readonly [key: string]: YamlValue | undefined }): Edit {
  const parsed = parseRecord('soup/verification.yaml', text, '');
  const runs = 'value' in parsed ? valueAt(parsed.value, ['runs']) : undefined;
  const index = Array.isArray(runs) ? runs.findIndex((one) => valueAt(one, ['file']) === run['file']) : -1;
  const written = Object.fromEntries(Object.entries(run).filter(([, value]) => value !== undefined)) as {
    readonly [key: string]: YamlValue;
  };
  return index === -1 ? appendTo(text, ['runs'], written) : setIn(text, ['runs', index], written);
}
