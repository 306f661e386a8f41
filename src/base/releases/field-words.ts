import type { FieldFinding, News, WatchedRelease } from '../../model/releases/field.ts';
import { counted } from '../counted.ts';
import type { PlaceInField } from './places-in-field.ts';

/** Where a finding stands, in words. */
export function standingInWords({ standing }: Pick<FieldFinding, 'standing'>): string {
  if (standing.kind === 'not-needed') return 'needs no verdict';
  if (standing.met === undefined) return 'no verdict';
  const { file, verdict } = standing.met.filed;
  if (standing.kind === 'open') return `still investigated (${file})`;
  if (standing.kind === 'again') return `to be judged again: ${standing.changed.join('; ')} (${file})`;
  if (standing.kind === 'expired') return `its verdict ran out on ${standing.until} (${file})`;
  return `judged ${verdict.status} (${file})`;
}

/** Whether a finding is news, in words; where releases differ, for each. */
export function newsInWords({ releases }: PlaceInField): string {
  const byNews = Map.groupBy(releases, ({ news }) => news);
  return [...byNews]
    .map(([news, same]) => {
      const where = byNews.size === 1 ? '' : ` for ${same.map(({ version }) => version).join(', ')}`;
      return `${words[news]}${where}`;
    })
    .join(', ');
}

const words: Readonly<Record<News, string>> = {
  new: 'new',
  known: 'known before',
  untold: 'not told whether it is new',
};

/** Until when a release is supported, in words. */
export function supportInWords({ until }: Pick<WatchedRelease, 'until'>, today: string): string {
  if (until === undefined) return 'no end of support is told';
  return until < today ? `support was to end on ${until}` : `supported until ${until}`;
}

/** The figures of a release, in words. */
export function figuresInWords({ components, results, waiting, questions, news, uncovered }: WatchedRelease): string {
  return [
    counted(components, 'component'),
    `${results.affected} affected`,
    `${results.undetermined} undetermined`,
    `${waiting} without a verdict that holds${waiting === 0 ? '' : ` (${counted(questions, 'question')})`}`,
    ...newsFigures(news),
    `${uncovered.length} that no source covers`,
  ].join(', ');
}

/** Of all findings, not of those alone that wait for a verdict. “0 new” would say that somebody knew what there was before. */
function newsFigures({ new: fresh, untold }: WatchedRelease['news']): readonly string[] {
  return untold === 0
    ? [`${fresh} new`]
    : [
        ...(fresh === 0 ? [] : [`${fresh} new`]),
        `of ${untold} nobody can tell whether ${untold === 1 ? 'it is' : 'they are'} new`,
      ];
}
