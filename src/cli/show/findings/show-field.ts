import { counted } from '../../../base/counted.ts';
import { exploitedInBrief, noticesOf, probabilityInBrief, severityInBrief } from '../../../base/facts-in-brief.ts';
import { figuresInWords, newsInWords, standingInWords, supportInWords } from '../../../base/releases/field-words.ts';
import { placesInField, versionsOf, type PlaceInField } from '../../../base/releases/places-in-field.ts';
import type { Watched } from '../../../app/releases/watch.ts';
import type { FieldDefect, FieldFinding, WatchedRelease } from '../../../model/releases/field.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { limited } from '../limited.ts';
import { showMarks } from './show-defect.ts';
import { resultColours } from './result-colours.ts';

/** Which findings of the field are shown, and whether all of them are. */
export type ShownField = { readonly isShown: (one: FieldFinding) => boolean; readonly isAll: boolean };

/** Shows the field to a person: what is open first, then each release with its figures, then the data they rest on. */
export function showField(watched: Watched, { isShown, isAll }: ShownField, paint: Paint): string {
  const { field, ageDays, ended, unwatched } = watched;
  const { data, releases, defects } = field;
  const shown = defects.flatMap((defect) => {
    const findings = defect.findings.filter(isShown);
    return findings.length === 0 ? [] : [{ ...defect, findings }];
  });
  return [
    ...limited(
      shown.map((defect) => showDefect(defect, paint)),
      isAll ? undefined : { most: 10, rest: '--all shows them' },
      ' defects',
    ),
    ...(isAll || shown.length <= 10 ? [] : ['']),
    ...releases.map((one) => showRelease(one, field.watched, paint)),
    ...unwatched.map((version) => paint('red', `release ${safeText(version)} could not be watched`)),
    ...ended.map(({ version, on, reason }) =>
      paint('dim', `release ${safeText(version)} is not watched: support ended on ${on}: ${safeText(reason)}`),
    ),
    ...uncoveredIn(releases, isAll).map((line) => `${paint('yellow', 'not covered')} ${line}`),
    ...noticesOf(data).map((notice) => paint('dim', `  ${notice}`)),
    `data fetched ${data.fetched} (${ageOf(ageDays)}), newest record ${data.newest}, ${data.hash}`,
    `${counted(releases.length, 'release')}, ${counted(field.distinct, 'different component')}: ${paint(openIn(defects) === 0 ? 'green' : 'red', `${counted(openIn(defects), 'defect')} without a verdict that holds everywhere`)}, ${counted(defects.length, 'defect')} that affect the field or are undetermined`,
    '',
  ].join('\n');
}

function openIn(defects: readonly FieldDefect[]): number {
  return defects.filter(({ findings }) =>
    findings.some(({ standing: { kind } }) => kind !== 'judged' && kind !== 'not-needed'),
  ).length;
}

function ageOf(days: number): string {
  if (days === 0) return 'today';
  return days < 0 ? `${counted(-days, 'day')} later` : `${counted(days, 'day')} ago`;
}

function showDefect(defect: FieldDefect, paint: Paint): string {
  const releases = [...new Set(defect.findings.map(({ release }) => release))];
  const [first, ...others] = defect.findings.map(({ finding }) => finding);
  if (first === undefined) return '';
  const { aliases, summary, severities, kev = [], epss = [] } = first;
  const head = [
    paint('bold', safeText(defect.id)),
    ...showMarks([first, ...others], paint),
    ...(aliases.length === 0 ? [] : [paint('dim', safeText(aliases.join(', ')))]),
    `in ${counted(releases.length, 'release')}: ${safeText(releases.join(', '))}`,
  ];
  return [
    head.join(' '),
    ...(summary === undefined ? [] : [`  ${safeText(summary)}`]),
    ...kev.map((entry) => paint('red', `  ${safeText(exploitedInBrief(entry))}`)),
    ...severities.filter(({ used }) => used).map((one) => paint('dim', `  ${safeText(severityInBrief(one))}`)),
    ...epss.map((entry) => paint('dim', `  ${safeText(probabilityInBrief(entry))}`)),
    ...placesInField(defect).flatMap((place) => showPlace(place, paint)),
    '',
  ].join('\n');
}

function showPlace(place: PlaceInField, paint: Paint): string[] {
  const { finding, scope } = place.finding;
  const isNew = place.releases.some(({ news }) => news === 'new');
  return [
    `  ${paint(resultColours[finding.result], finding.result)} ${safeText(finding.component)} (${scope === 'unknown' ? 'use unknown' : scope}) in ${safeText(versionsOf(place).join(', '))}`,
    `    ${safeText(standingInWords(place.finding))}; ${paint(isNew ? 'yellow' : 'dim', safeText(newsInWords(place)))}`,
    paint('dim', `    ${safeText(finding.why)}`),
    ...(finding.fixed.length === 0 ? [] : [paint('dim', `    fixed in ${safeText(finding.fixed.join(', '))}`)]),
  ];
}

function showRelease(one: WatchedRelease, today: string, paint: Paint): string {
  const reviewed = one.reviewed === undefined ? 'no review names it' : `last reviewed on ${one.reviewed}`;
  return `release ${paint('bold', safeText(one.version))} of ${one.date}, ${supportInWords(one, today)}, ${reviewed}: ${figuresInWords(one)}`;
}

/** What no source covers, by reason; each component once, however many releases have it. */
function uncoveredIn(releases: readonly WatchedRelease[], isAll: boolean): readonly string[] {
  const byReason = Map.groupBy(
    releases.flatMap(({ uncovered }) => uncovered),
    ({ reason }) => reason,
  );
  return [...byReason].flatMap(([reason, rows]) => {
    const components = [...new Set(rows.map(({ component }) => safeText(component)))];
    if (isAll) return components.map((component) => `${component}: ${safeText(reason)}`);
    const more = components.length > 5 ? ` and ${components.length - 5} more (--all)` : '';
    return [`${components.slice(0, 5).join(', ')}${more}: ${safeText(reason)}`];
  });
}
