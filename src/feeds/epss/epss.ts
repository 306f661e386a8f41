import { hash } from 'node:crypto';
import { isCve } from '../../base/anomalies/is-cve.ts';
import { beginning, oneLine } from '../../base/one-line.ts';
import type { ExploitProbability } from '../../model/anomalies/fact.ts';
import type { ListFeed, ListRecord } from '../../model/plugs/feed.ts';
import { unpacked } from '../unpacked.ts';

/** The exploit prediction scores of FIRST: CSV, packed or not, one line a CVE. */
export const epss: ListFeed = {
  name: 'epss',
  title: 'EPSS',
  requests: ['epss_scores-current.csv.gz', 'epss_scores-current.csv'],
  records: (_, answer) => {
    const text = unpacked(answer);
    return text instanceof Uint8Array ? recordsOf(text) : [{ kind: 'damaged', reason: text.reason }];
  },
};

/** The line about the model, which mirrors may strip, the line of column names, then the scores. */
function* recordsOf(bytes: Uint8Array): Iterable<ListRecord> {
  const lines = linesOf(new TextDecoder().decode(bytes));
  const [first = '', second = ''] = lines.slice(0, 2);
  const model = modelLine.exec(first);
  const heading = first.startsWith('#') ? second : first;
  const hasHeading = heading.trim() === 'cve,epss,percentile';
  if (!hasHeading && scoreIn(heading) === undefined) {
    yield { kind: 'damaged', reason: `it is no list of scores: it begins with "${beginning(bytes)}"` };
    return;
  }
  yield { kind: 'edition', edition: model?.[1], dated: model?.[2], hash: hash('sha256', bytes) };
  const start = (first.startsWith('#') ? 1 : 0) + (hasHeading ? 1 : 0);
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line !== '') yield recordOf(line, index + 1);
  }
}

function linesOf(text: string): readonly string[] {
  return text.replaceAll('\r', '').split('\n');
}

const modelLine =
  /^#model_version:([^,\s]{1,40}),score_date:(\d{4}-\d\d-\d\d)(?:[T ][\d:.]{0,20}(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Small scores are written with an exponent. */
const row = /^([^,]{1,40}),(\d(?:\.\d{1,20})?(?:e-\d{1,3})?),(\d(?:\.\d{1,20})?(?:e-\d{1,3})?)$/i;

function scoreIn(line: string): ExploitProbability | undefined {
  const [, id = '', score, percentile] = row.exec(line) ?? [];
  return isCve(id) ? { id, score: Number(score), percentile: Number(percentile) } : undefined;
}

function recordOf(line: string, number: number): ListRecord {
  const fact = scoreIn(line);
  if (fact !== undefined && fact.score <= 1 && fact.percentile <= 1) return { kind: 'probability', fact };
  return {
    kind: 'unreadable',
    name: `line ${number}`,
    reason: `"${oneLine(line, 60)}" is not a CVE with two numbers from 0 to 1`,
  };
}
