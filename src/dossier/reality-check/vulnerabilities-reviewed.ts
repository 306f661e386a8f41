import { asksLeast } from '../../base/classes/asks-least.ts';
import { askedTogether, idsInBrief, waitingInBrief } from '../../base/anomalies/asked-together.ts';
import { anomalyState, mayContribute } from '../../base/anomalies/anomaly-state.ts';
import { counted } from '../../base/counted.ts';
import { daysBetween } from '../../base/day.ts';
import { compareReviews } from '../../base/releases/compare-reviews.ts';
import { reviewedOn } from '../../base/releases/reviewed-on.ts';
import { supportState } from '../../base/releases/support-state.ts';
import type { Evidence, Question } from '../../model/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Filed } from '../../model/filed.ts';
import type { Review } from '../../model/records/review.ts';
import { asMissing, isReview, recordFaults } from './as-missing.ts';
import { shortHash } from './short-hash.ts';
import { unseenBy } from './unseen-by.ts';

const lockFile = 'soup/anomalies.lock.json';

/** Question 3: when published vulnerabilities were last reviewed, with which data, and where that is documented. */
export const vulnerabilitiesReviewed: Question = {
  id: 3,
  question: 'When were vulnerabilities last reviewed, and where is it documented?',
  ask: (dossier, diagnostics) => {
    const last = dossier.reviews.toSorted(compareReviews).at(-1);
    const evaluated = evaluationEvidence(dossier);
    const unread = recordFaults(diagnostics, isReview).filter(({ place }) => place?.file !== last?.file);
    if (last === undefined) {
      const none = { text: 'no review is documented', place: { file: 'soup/reviews' } };
      return {
        answer: 'not-yet',
        evidence: evaluated.evidence,
        missing: [
          ...incidents(diagnostics),
          ...(unread.some(({ place }) => mayBeReview(place?.file ?? '')) ? [] : [none]),
          ...unread,
          ...unjudged(dossier),
          ...evaluated.missing,
          ...listsMissing(diagnostics),
          ...fieldMissing(diagnostics),
          ...ownerMissing(dossier),
        ],
      };
    }
    const age = daysBetween(last.record.date, dossier.today);
    const cadence = dossier.device.record.vulnerabilityReview?.everyDays;
    const reviewed = {
      text: `reviewed on ${last.record.date}, ${counted(age, 'day')} ago, by ${last.record.by.join(', ')}: ${last.record.outcome}`,
      place: { file: last.file, keyPath: ['date'] },
    };
    const overdue =
      cadence !== undefined && age > cadence
        ? [
            {
              text: `the review is ${counted(age - cadence, 'day')} overdue: one is promised every ${counted(cadence, 'day')}`,
              place: reviewed.place,
            },
          ]
        : [];
    const waiting = unjudged(dossier);
    const missing = [
      ...incidents(diagnostics),
      ...overdue,
      ...waiting,
      ...unread,
      ...doubts(dossier, diagnostics, last),
      ...verdictFaults(diagnostics),
      ...unseenBy(last, dossier),
      ...evaluated.missing,
      ...listsMissing(diagnostics),
      ...fieldMissing(diagnostics),
      ...ownerMissing(dossier),
    ];
    const answer = waiting.length > 0 ? 'not-yet' : missing.length === 0 ? 'yes' : 'no';
    return {
      answer,
      evidence: [
        reviewed,
        ...fieldEvidence(dossier),
        ...evaluated.evidence,
        ...judgedEvidence(dossier),
        ...listEvidence(dossier),
      ],
      missing,
    };
  },
  next: (dossier) => {
    const { evaluation, device } = dossier;
    if (evaluation.kind === 'missing') return '`tureen sync --from <folder or address>`, then `tureen evaluate`';
    if (evaluation.kind === 'unread' && evaluation.file !== lockFile)
      return '`tureen check` tells what keeps the evaluation from being read';
    if (evaluation.kind === 'outdated' || evaluation.kind === 'unread') return '`tureen evaluate`';
    if (unjudged(dossier).length > 0) return '`tureen triage` goes through what waits for a verdict';
    if (device.record.vulnerabilityReview === undefined)
      return 'write `vulnerabilityReview: { owner: …, everyDays: 30 }` in tureen.yaml';
    const rest = '`tureen check` tells what else is missing';
    return isReviewed(dossier) ? rest : `\`tureen review\` writes the minutes of the review; ${rest}`;
  },
};

/** Whether a review that is not overdue looked at the data of the evaluation. */
function isReviewed(dossier: Dossier): boolean {
  const { reviews, today, device } = dossier;
  const everyDays = device.record.vulnerabilityReview?.everyDays ?? 0;
  return reviews.some(
    (one) =>
      one.record.date <= today &&
      daysBetween(one.record.date, today) <= everyDays &&
      unseenBy(one, dossier).length === 0,
  );
}

/** Whether what cannot be read may be a review itself: then it is not known that there is none. */
function mayBeReview(file: string): boolean {
  return /^soup(?:\/?$|\/reviews(?:\/|$))/i.test(file);
}

/** What waits for no review: malicious packages, and what is exploited already. */
function incidents(diagnostics: readonly Diagnostic[]): readonly Evidence[] {
  return asMissing(diagnostics, ['81001-5-1/malicious-package', '81001-5-1/exploited-open']);
}

/** Vulnerabilities are one part of what is published; lists of other anomalies are the rest (7.1.3). */
function listsMissing(diagnostics: readonly Diagnostic[]): readonly Evidence[] {
  const rules = ['source', 'list', 'attachment', 'disposition', 'sample'].map((name) => `62304/anomaly-${name}`);
  return asMissing(diagnostics, ['62304/anomalies-covered', ...rules]);
}

/** What is installed counts as much as what is being developed. */
function fieldMissing(diagnostics: readonly Diagnostic[]): readonly Evidence[] {
  return asMissing(diagnostics, ['81001-5-1/field-reviewed', 'records/release-frozen', 'records/review-release']);
}

function fieldEvidence({ releases, reviews, today }: Dossier): readonly Evidence[] {
  return releases
    .filter(({ record }) => supportState(record, today).kind !== 'ended')
    .flatMap(({ file, record }) => {
      const last = reviewedOn(record.version, reviews, today);
      const text = `release ${record.version}, in the field since ${record.date}, last reviewed on ${last}`;
      return last === undefined ? [] : [{ text, place: { file } }];
    });
}

function listEvidence({ items }: Dossier): readonly Evidence[] {
  const asked = items.filter((item) => !asksLeast(item.class) && item.own.length > 0 && mayContribute(item));
  if (asked.length === 0) return [];
  const count = (kind: string) => asked.filter((item) => anomalyState(item).kind === kind).length;
  const text = `lists of published anomalies of ${counted(asked.length, 'item')} that can contribute to harm: ${count('checked')} checked, ${count('not-applicable')} not applicable, ${count('not-checked')} not checked`;
  return [{ text, place: { file: 'soup/anomalies' } }];
}

/** Findings that wait for a verdict, counted as `triage` counts them; of which somebody has judged before, that is told. */
function unjudged({ findings }: Dossier): readonly Evidence[] {
  const kinds = new Set<string>(['open', ...judgedBefore.map(([kind]) => kind)]);
  const waiting = findings.filter(({ entry, standing }) => entry !== undefined && kinds.has(standing.kind));
  if (waiting.length === 0) return [];
  const before = judgedBefore.flatMap(([kind, what]) => {
    const count = waiting.filter(({ standing }) => standing.kind === kind).length;
    return count === 0 ? [] : [`${counted(count, 'finding')} ${what}`];
  });
  const groups = Map.groupBy(waiting, ({ finding }) => askedTogether(finding));
  const names = [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [idsInBrief([first.finding, ...others.map(({ finding }) => finding)])],
  );
  const named = names.slice(0, 3).join(', ');
  const rest = names.length > 3 ? ` and ${names.length - 3} more` : '';
  const text = [waitingInBrief(waiting.map(({ finding }) => finding)), ...before].join(', ');
  return [{ text: `${text}: ${named}${rest}`, place: { file: lockFile, keyPath: ['findings'] } }];
}

/** What else is wrong with verdicts, and hazards that no record tells of; what is to be judged again or has run out was counted. */
function verdictFaults(diagnostics: readonly Diagnostic[]): readonly Evidence[] {
  const counts = new Set(['81001-5-1/verdict-again', '81001-5-1/verdict-expired']);
  return diagnostics
    .filter(
      ({ place, severity, rule, clause }) =>
        clause !== undefined &&
        severity !== 'note' &&
        !counts.has(rule) &&
        (place.file.startsWith('soup/verdicts/') || rule === 'records/verdict-hazard'),
    )
    .map(({ message, place }) => ({ text: message, place }));
}

const judgedBefore = [
  ['again', 'to be judged again'],
  ['expired', 'with a verdict that has run out'],
] as const;

function judgedEvidence({ findings }: Dossier): readonly Evidence[] {
  const judged = findings.filter(({ standing }) => standing.kind === 'judged').length;
  return judged === 0 ? [] : [{ text: `${counted(judged, 'finding')} judged`, place: { file: 'soup/verdicts' } }];
}

/** A review that is dated ahead, or held by people whom nobody knows, proves nothing. */
function doubts(
  { today }: Dossier,
  diagnostics: readonly Diagnostic[],
  { file, record }: Filed<Review>,
): readonly Evidence[] {
  const place = { file, keyPath: ['date'] };
  const ahead =
    record.date > today ? [{ text: `the review is dated ${record.date}, which is still to come`, place }] : [];
  const faults = diagnostics.filter((diagnostic) => diagnostic.place.file === file);
  return [...ahead, ...faults.map(({ message, place: at }) => ({ text: message, place: at }))];
}

function evaluationEvidence({ evaluation: state }: Dossier): {
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Evidence[];
} {
  const place = { file: lockFile };
  if (state.kind === 'missing')
    return { evidence: [], missing: [{ text: 'the inventory has not been evaluated', place }] };
  // What keeps it from being read is told with the other records.
  if (state.kind === 'unread') return { evidence: [], missing: [] };
  const { findings, data, evaluated, uncovered } = state.evaluation;
  const count = (result: string) => findings.filter((finding) => finding.result === result).length;
  const evidence = [
    {
      text: `evaluated on ${evaluated} with data of ${data.fetched.slice(0, 10)} (${shortHash(data.hash)}): ${count('affected')} affected, ${count('undetermined')} undetermined, ${count('not-affected')} not affected${uncovered.length === 0 ? '' : `; no source covers ${counted(uncovered.length, 'component')}`}`,
      place,
    },
  ];
  return {
    evidence,
    missing: state.kind === 'outdated' ? [{ text: `the evaluation is outdated: ${state.reason}`, place }] : [],
  };
}

function ownerMissing({ device }: Dossier): readonly Evidence[] {
  if (device.record.vulnerabilityReview !== undefined) return [];
  return [{ text: 'nobody is named who reviews vulnerabilities, and how often', place: { file: device.file } }];
}
