import { decodeText } from '../../base/decode-text.ts';
import type { FrozenMetadata, Metadata } from '../../model/inventory/metadata.ts';
import type { RecordContent } from './parse-record.ts';

/** Adds the lines on which frozen component facts tell of each package; they are looked for when somebody asks. */
export function lookUpMetadata(metadata: Metadata, content: RecordContent | undefined): FrozenMetadata {
  let lines: ReadonlyMap<string, number> | undefined;
  const known = new Map(metadata.packages.map((one) => [one.purl, one]));
  const about = (purl: string) => known.get(purl);
  return { ...metadata, about, lineOf: (purl) => (lines ??= linesIn(content)).get(purl) ?? 1 };
}

function linesIn(content: RecordContent | undefined): ReadonlyMap<string, number> {
  const text = typeof content === 'string' ? content : content && decodeText(content);
  return new Map(
    (text ?? '').split('\n').flatMap((line, index) => {
      const purl = /^\s*"purl": "([^"\\]+)"/.exec(line)?.[1];
      return purl === undefined ? [] : [[purl, index + 1] as const];
    }),
  );
}
