import { asksLeast } from '../../../base/classes/asks-least.ts';
import { mayContribute } from '../../../base/anomalies/anomaly-state.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { namedFew } from '../../named-few.ts';
import { saidOf } from '../../said-of.ts';
import { itemWithSources } from '../../examples/with-anomalies.ts';

/** Asks of every item that can contribute to harm where its anomalies are published; all that do not say so are one problem. */
export const anomalySource: Rule = {
  id: '62304/anomaly-source',
  title: 'It is known where anomalies are published',
  clause: '62304:7.1.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Defects that harm patients are mostly no vulnerabilities. Those who make an item publish them in trackers, release notes or errata, and nobody can evaluate a list that nobody has looked for.',
  help: 'Write anomalySources into these records: a tracker, a changelog, a document, or `kind: unpublished` with the reason; then run `tureen sync --anomalies`.',
  check: ({ items, device }) => {
    const silent = items.filter(
      (item) =>
        !asksLeast(item.class) &&
        item.own.length > 0 &&
        mayContribute(item) &&
        item.filed.record.anomalySources.length === 0,
    );
    const [first, ...rest] = silent;
    if (first === undefined) return [];
    return [
      saidOf(
        [first, ...rest],
        ({ filed }) => ({ purl: filed.record.soup }),
        (some) => {
          const files = some.map(({ filed }) => filed.file);
          return some.length === 1
            ? {
                message: `this item can contribute to harm, and its record ${unnamed}`,
                place: { file: some[0].filed.file },
              }
            : {
                message: `${files.length} items can contribute to harm, and their records ${unnamedByAll}: ${namedFew(files)}`,
                place: { file: device.file },
              };
        },
      ),
    ];
  },
  examples: [
    { title: 'Those who make it publish nothing, and that is argued', files: {}, says: [] },
    {
      title: 'It cannot contribute to harm',
      files: {
        'soup/items/npm-left-pad.yaml':
          'soup: pkg:npm/left-pad\nstatus: confirmed\nsafetyPath: { on: false, reason: It pads log lines }\n',
      },
      says: [],
    },
    {
      title: 'No source is named',
      files: itemWithSources(''),
      says: ['this item can contribute to harm, and its record names no source of published anomalies'],
    },
  ],
};

const unnamed = 'names no source of published anomalies';
const unnamedByAll = 'name no source of published anomalies';
