import type { Release } from '../../model/releases/release.ts';
import { renderBlock, renderComment } from '../editing/render-yaml.ts';

/** The text of a new `release.yaml`. */
export function releaseText({ version, date, support, source, recorded, frozen, doubts }: Release): string {
  const heading = [
    renderComment('A version that went to the field. Until when it is supported is for people to keep up:'),
    renderComment('  support: { until: <day>, ended: { on: <day>, reason: … } }'),
    renderComment('What stands under "frozen" was written by `tureen release`, and is never changed.'),
  ];
  const pairs = {
    version,
    date,
    support,
    ...(source !== undefined && { source }),
    recorded,
    frozen,
    ...(doubts.length > 0 && { doubts }),
  };
  return `${heading.join('\n')}\n${renderBlock(JSON.parse(JSON.stringify(pairs)))}\n`;
}
