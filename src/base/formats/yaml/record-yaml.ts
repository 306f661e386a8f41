import { readPlainRecord } from '../plain-record.ts';
import { parseYaml, type LocatedYaml } from './yaml.ts';

/** Reads the YAML of a record just as `parseYaml` does, which is asked only where the text is out of the ordinary. */
export function parseRecordYaml(text: string): LocatedYaml {
  const plain = readPlainRecord(text);
  if (plain === undefined) return parseYaml(text);
  let whole: LocatedYaml | undefined;
  return { ...plain, problems: [], typed: (keyPath) => (whole ??= parseYaml(text)).typed(keyPath) };
}
