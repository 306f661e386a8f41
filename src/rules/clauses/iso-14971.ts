import { clausesOf, noClasses } from './clause-rows.ts';

/** The clauses of ISO 14971:2019 that a failure of SOUP hooks into, with mnemonics of our own. */
export const iso14971 = clausesOf('14971', { edition: '2019', source: 'secondary' }, [
  [
    '4.4',
    'Criteria for the acceptance of risks',
    noClasses,
    { source: 'known', human: 'The risk management plan gives the reasons for the criteria.' },
  ],
  [
    '5.4',
    'Hazards, sequences of events and hazardous situations',
    noClasses,
    { alsoAsked: ['62304/risk-links', '62304/risk-orphan'] },
  ],
  ['5.5', 'Severity and probability of each hazardous situation', noClasses, { documents: ['soup-list'] }],
  [
    '6',
    'Each risk judged by the criteria',
    noClasses,
    { source: 'known', alsoAsked: ['14971/matrix', '14971/risk-estimated'], documents: ['soup-list'] },
  ],
  [
    '7.1',
    'Controls in their order: design, protection, information',
    noClasses,
    { alsoAsked: ['62304/failure-controls'] },
  ],
  [
    '7.2',
    'Controls carried out and shown to work',
    noClasses,
    {
      alsoAsked: ['62304/control-verified', '62304/control-result'],
      human: 'Both that a control is there and that it works are verified.',
    },
  ],
  ['7.3', 'What is left of a risk, judged', noClasses, { documents: ['soup-list'] }],
  [
    '7.4',
    'Benefit against what is left',
    noClasses,
    { alsoAsked: ['14971/residual-risk'], human: 'Where a risk is not acceptable, its benefits are weighed.' },
  ],
  ['7.5', 'New risks that controls bring', noClasses, { human: 'The analysis is repeated for what the controls add.' }],
  ['7.6', 'All situations looked at', noClasses, { source: 'known', alsoAsked: ['62304/risk-links'] }],
  [
    '8',
    'All that is left, judged together',
    noClasses,
    { source: 'known', human: 'The risk management report judges the whole.' },
  ],
  [
    '10',
    'News from production and from the field',
    noClasses,
    { source: 'known', alsoAsked: ['81001-5-1/review-due'] },
  ],
]);
