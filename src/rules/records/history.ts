import type { ItemEntry } from '../../model/dossier.ts';
import type { Problem, Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';

/** Asks that a history runs from the oldest to the newest and ends with what is in force. */
export const history: Rule = {
  id: 'records/history',
  title: 'A history leads to what is in force',
  clause: '62304:8.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'A history with a gap hides the change that somebody will ask about.',
  help: 'Write the entries from the oldest to the newest; each begins with what the one before it ended with.',
  check: (item) => [...supportOrder(item), ...categorySteps(item)],
  examples: [
    {
      title: 'Support that was assessed twice, and a category that changed once',
      files: leftPad(`support:
  { level: limited, source: README, assessed: 2026-11-01, history: [{ level: maintained, source: README, assessed: 2025-11-01 }] }
security:
  { category: supported, reason: Shipped, history: [{ from: required, to: supported, on: 2025-11-01 }] }`),
      says: [],
    },
    {
      title: 'The earlier assessment is the later one',
      files: leftPad(
        'support: { level: limited, source: README, assessed: 2025-11-01, history: [{ level: maintained, source: README, assessed: 2026-11-01 }] }',
      ),
      says: ['the assessment of 2026-11-01 stands before that of 2025-11-01'],
    },
    {
      title: 'The category is another than the last change made it',
      files: leftPad(
        'security: { category: required, reason: Not shipped, history: [{ from: required, to: supported, on: 2025-11-01 }] }',
      ),
      says: ['the category is required, and by its history it is supported since 2025-11-01'],
    },
    {
      title: 'A change that is missing, and one that is none',
      files: leftPad(`security:
  category: supported
  reason: Shipped
  history:
    - { from: required, to: required, on: 2024-11-01 }
    - { from: maintained, to: supported, on: 2024-10-01, by: ada, reason: Smaller use }`),
      says: [
        'the change of 2024-11-01 is from required to required',
        'the change of 2024-10-01 begins at maintained, and the one before it ended at required',
        'the change of 2024-10-01 stands after that of 2024-11-01',
      ],
    },
  ],
};

function supportOrder({ filed: { file, record } }: ItemEntry): readonly Problem[] {
  const { support } = record;
  if (support === undefined) return [];
  const days = [...support.history.map(({ assessed }) => assessed), support.assessed];
  return days.flatMap((day, index) => {
    const next = days[index + 1];
    if (next === undefined || day < next) return [];
    const message = `the assessment of ${day} stands before that of ${next}`;
    return [{ message, place: { file, keyPath: ['support', 'history', index, 'assessed'] } }];
  });
}

function categorySteps({ filed: { file, record } }: ItemEntry): readonly Problem[] {
  const { security } = record;
  if (security === undefined) return [];
  const { category, history: changes } = security;
  const last = changes.at(-1);
  return [
    ...changes.flatMap(({ from, to, on }, index): readonly Problem[] => {
      const before = changes[index - 1];
      const at = (key: string) => ({ file, keyPath: ['security', 'history', index, key] });
      return [
        ...(from === to ? [{ message: `the change of ${on} is from ${from} to ${to}`, place: at('to') }] : []),
        ...(before !== undefined && before.to !== from
          ? [
              {
                message: `the change of ${on} begins at ${from}, and the one before it ended at ${before.to}`,
                place: at('from'),
              },
            ]
          : []),
        ...(before !== undefined && on < before.on
          ? [{ message: `the change of ${on} stands after that of ${before.on}`, place: at('on') }]
          : []),
      ];
    }),
    ...(last !== undefined && last.to !== category
      ? [
          {
            message: `the category is ${category}, and by its history it is ${last.to} since ${last.on}`,
            place: { file, keyPath: ['security', 'category'] },
          },
        ]
      : []),
  ];
}
