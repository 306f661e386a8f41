import { counted } from '../../base/counted.ts';
import { daysBetween } from '../../base/day.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { deviceWith } from '../examples/device-with.ts';

/** Asks for a vulnerability review by a named person at the promised cadence. */
export const reviewDue: Rule = {
  id: '81001-5-1/review-due',
  title: 'Vulnerabilities are reviewed on time',
  clause: '81001-5-1:9.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'New anomalies are published every day about software that has not changed. Only a dated review shows that somebody looked.',
  settings: [
    { key: 'vulnerabilityReview.everyDays', otherwise: '30', means: 'how many days may lie between two reviews' },
  ],
  help: 'Review the findings, and let `tureen review` write the minutes to soup/reviews/<date>.yaml; by hand: date, by, data (the hash of the evaluation), scope, findings (how many), outcome.',
  restsOn: ['review'],
  check: ({ device, reviews, today }) => {
    const plan = device.record.vulnerabilityReview;
    if (plan === undefined) {
      const help = 'Write `vulnerabilityReview: { owner: …, everyDays: 30 }`.';
      return [
        {
          message: 'nobody is named who reviews vulnerabilities',
          place: { file: device.file, keyPath: ['vulnerabilityReview'] },
          help,
        },
      ];
    }
    const last = reviews
      .map(({ record }) => record.date)
      .filter((date) => date <= today)
      .toSorted()
      .at(-1);
    const place = { file: device.file, keyPath: ['vulnerabilityReview', 'everyDays'] };
    if (last === undefined) return [{ message: 'no vulnerability review is documented', place }];
    const late = daysBetween(last, today) - plan.everyDays;
    return late > 0
      ? [{ message: `the vulnerability review is ${counted(late, 'day')} overdue; the last was on ${last}`, place }]
      : [];
  },
  examples: [
    { title: 'Reviewed within the cadence', files: {}, says: [] },
    { title: 'Nobody is named', files: deviceWith(''), says: ['nobody is named who reviews vulnerabilities'] },
    {
      title: 'No review yet',
      files: { 'soup/reviews/2026-11-01.yaml': undefined },
      says: ['no vulnerability review is documented'],
    },
    {
      title: 'One that is dated ahead is none yet',
      files: {
        'soup/reviews/2026-11-01.yaml': undefined,
        'soup/reviews/2027-11-01.yaml':
          'date: 2027-11-01\nby: [ada]\ndata: sha256:5c1d\nscope: all\noutcome: Nothing new\n',
      },
      says: ['no vulnerability review is documented'],
    },
    {
      title: 'The cadence ends today',
      files: { ...deviceWith('vulnerabilityReview: { owner: ada, everyDays: 14 }') },
      says: [],
    },
    {
      title: 'The first review is of today',
      files: {
        'soup/reviews/2026-11-01.yaml': undefined,
        'soup/reviews/2026-11-15.yaml':
          'date: 2026-11-15\nby: [ada]\ndata: sha256:5c1d\nscope: all\noutcome: Nothing new\n',
      },
      says: [],
    },
    {
      title: 'Overdue',
      files: { ...deviceWith('vulnerabilityReview: { owner: ada, everyDays: 7 }') },
      says: ['the vulnerability review is 7 days overdue; the last was on 2026-11-01'],
    },
  ],
};
