import { parseSpdxExpression } from '../../base/licences/parse-spdx-expression.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';

/** Asks for a new judgement where the files state another licence than the one that was judged. */
export const declaredChanged: Rule = {
  id: 'licences/declared-changed',
  title: 'The stated licence is the one that was judged',
  clause: '62304:7.4.1',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Projects change their licence, mostly to a stricter one, with an ordinary update.',
  help: 'Read the new licence, conclude anew, and write what the files state now under `declared`.',
  check: ({ licensing }) => {
    const seen = new Set<string>();
    return licensing.judged.flatMap(({ entry, declared, judgedOn }) => {
      if (judgedOn === undefined || declared.length === 0) return [];
      const now = declared.map(spelt);
      if (now.every((text) => text === spelt(judgedOn.text)) || now.join(' AND ') === spelt(judgedOn.text)) return [];
      const message = `${entry.component.purl} now states ${declared.join(', ')}; it was judged when it stated ${judgedOn.text}`;
      return seen.has(message)
        ? []
        : (seen.add(message), [{ message, place: judgedOn.place, about: [{ purl: entry.component.purl }] }]);
    });
  },
  examples: [
    {
      title: 'Nothing has changed',
      files: leftPad('licence: { concluded: MIT, declared: WTFPL, by: ada, on: 2026-11-01 }'),
      says: [],
    },
    {
      title: 'An update brought another licence',
      files: leftPad('licence: { concluded: MIT, declared: MIT, by: ada, on: 2026-11-01 }'),
      says: ['pkg:npm/left-pad@1.3.0 now states WTFPL; it was judged when it stated MIT'],
    },
  ],
};

function spelt(text: string): string {
  return parseSpdxExpression(text)?.text ?? text.trim();
}
