import { daysBetween } from '../../base/day.ts';
import { counted } from '../../base/counted.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { usualNoticeDays } from '../../model/records/support-plan.ts';
import { deviceWith } from '../examples/device-with.ts';
import { leftPad } from '../examples/left-pad.ts';
import { withSupport } from '../examples/with-finding.ts';

/** Warns while there is time to replace a SOUP item whose end of support is announced. */
export const supportEnding: Rule = {
  id: '81001-5-1/support-ending',
  title: 'An end of support is seen coming',
  clause: '81001-5-1:6.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'An update of a device takes months. Who learns of the end of support when it comes has an unsupported device in the field.',
  settings: [{ key: 'support.noticeDays', otherwise: String(usualNoticeDays), means: 'how many days before' }],
  help: 'Plan the update or the replacement now, or argue in the record why none is needed.',
  check: ({ filed: { file, record }, own }, { today, evaluation, device }) => {
    const notice = device.record.support?.noticeDays ?? usualNoticeDays;
    const near = (day: string) => day >= today && daysBetween(today, day) <= notice;
    const text = (what: string, day: string, by: string) =>
      `support of ${what} ends in ${counted(daysBetween(today, day), 'day')}, on ${day}, as ${by} says`;
    const until = record.support?.until;
    if (until !== undefined)
      return near(until)
        ? [{ message: text(record.soup, until, 'its record'), place: { file, keyPath: ['support', 'until'] } }]
        : [];
    const supports = 'evaluation' in evaluation ? (evaluation.evaluation.support ?? []) : [];
    const purls = new Set(own.map(({ component }) => component.purl));
    return supports.flatMap(({ component, endOfLife, product, cycle }) =>
      typeof endOfLife === 'string' && purls.has(component) && near(endOfLife)
        ? [
            {
              message: text(component, endOfLife, `the list for ${[product, cycle].filter(Boolean).join(' ')}`),
              place: { file, keyPath: ['support'] },
            },
          ]
        : [],
    );
  },
  examples: [
    {
      title: 'It ends in two years',
      files: leftPad(
        'support: { level: maintained, until: 2028-11-30, source: the package page, assessed: 2026-11-01 }',
      ),
      says: [],
    },
    {
      title: 'It ends in two weeks',
      files: leftPad(
        'support: { level: maintained, until: 2026-11-29, source: the package page, assessed: 2026-11-01 }',
      ),
      says: ['support of pkg:npm/left-pad ends in 14 days, on 2026-11-29, as its record says'],
    },
    {
      title: 'A list tells that it ends in a month',
      files: {
        ...withSupport('2026-12-15'),
        ...leftPad('support: { level: maintained, source: the package page, assessed: 2026-11-01 }'),
      },
      says: ['support of pkg:npm/left-pad@1.3.0 ends in 30 days, on 2026-12-15, as the list for left-pad 1.3 says'],
    },
    {
      title: 'It ends today',
      files: leftPad(
        'support: { level: maintained, until: 2026-11-15, source: the package page, assessed: 2026-11-01 }',
      ),
      says: ['support of pkg:npm/left-pad ends in 0 days, on 2026-11-15, as its record says'],
    },
    {
      title: 'It ends in two weeks, and the device wants to know 14 days before',
      files: {
        ...deviceWith('support: { noticeDays: 14 }'),
        ...leftPad('support: { level: maintained, until: 2026-11-29, source: the package page, assessed: 2026-11-01 }'),
      },
      says: ['support of pkg:npm/left-pad ends in 14 days, on 2026-11-29, as its record says'],
    },
    {
      title: 'It ends in two weeks, and the device wants to know ten days before',
      files: {
        ...deviceWith('support: { noticeDays: 10 }'),
        ...leftPad('support: { level: maintained, until: 2026-11-29, source: the package page, assessed: 2026-11-01 }'),
      },
      says: [],
    },
  ],
};
