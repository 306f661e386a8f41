import { inForce } from '../../base/licences/deprecated-ids.ts';
import { parseSpdxExpression } from '../../base/licences/parse-spdx-expression.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { lockWith } from '../examples/lock-with.ts';
import { leftPad } from '../examples/left-pad.ts';

const concluded = (more: string) => leftPad(`licence: { concluded: MIT, ${more} by: ada, on: 2026-11-01 }`);

/** Asks that a person who concludes another licence than the files state says that the difference was seen. */
export const declaredDiffers: Rule = {
  id: 'licences/declared-differs',
  title: 'A conclusion against what the files state is a known one',
  clause: 'reality-check:5',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'Either the files are wrong, and then somebody has looked, or the conclusion is about another version.',
  help: 'Write what the files state under `declared` beside the conclusion, or conclude anew.',
  check: ({ licensing }) => {
    const seen = new Set<string>();
    return licensing.judged.flatMap(({ entry, declared, judgedOn, licence }) => {
      if (licence.from !== 'concluded' || judgedOn !== undefined) return [];
      const against = declared.filter((text) => !agrees(text, licence.text));
      if (against.length === 0 || seen.has(entry.component.purl)) return [];
      seen.add(entry.component.purl);
      const message = `${entry.component.purl} states ${against.join(', ')}; concluded is ${licence.text}, and nobody says that the difference was seen`;
      return [{ message, place: licence.place, about: [{ purl: entry.component.purl }] }];
    });
  },
  examples: [
    { title: 'It was seen', files: concluded('declared: WTFPL,'), says: [] },
    {
      title: 'One of the alternatives was chosen',
      files: { ...concluded(''), ...lockWith({ 'left-pad': { version: '1.3.0', license: 'MIT OR ISC' } }) },
      says: [],
    },
    {
      title: 'Nobody says that it was seen',
      files: concluded(''),
      says: ['pkg:npm/left-pad@1.3.0 states WTFPL; concluded is MIT, and nobody says that the difference was seen'],
    },
  ],
};

/** Whether a conclusion keeps every licence that is stated, or one of those that are stated as a choice; of what is no expression nothing is said. */
function agrees(stated: string, conclusion: string): boolean {
  const [theirs, ours] = [stated, conclusion].map(licencesIn);
  if (theirs === undefined || ours === undefined) return true;
  const kept = theirs.filter((id) => ours.includes(id));
  return kept.length === theirs.length || (kept.length > 0 && / OR /i.test(stated));
}

function licencesIn(text: string): readonly string[] | undefined {
  const expression = parseSpdxExpression(text);
  const now = expression && parseSpdxExpression(inForce(expression));
  return now?.postfix.flatMap((one) => (typeof one === 'object' ? one.id : []));
}
