import { globs } from '../../base/paths/glob.ts';
import type { JunitCase, Outcome } from '../../base/formats/junit.ts';

/** The ids that a run of tests tells something about, by what came of them. */
export type MatchedTests = { readonly outcomes: ReadonlyMap<string, Outcome>; readonly unmatched: number };

/**
 * Finds the ids of tests in their names. A test says its id by a property `test_id` or `id`, or has it in its name or class
 * as words, so that `test_dcm_004_refuses` is TEST-DCM-004. Of several tests with one id the worst outcome counts.
 */
export function matchTests(
  cases: readonly JunitCase[],
  known: readonly string[],
  patterns: readonly string[],
): MatchedTests {
  const byWords = new Map(known.map((id) => [wordsOf(id).join(' '), id]));
  const longest = Math.max(0, ...[...byWords.keys()].map((words) => words.split(' ').length));
  const isTest = globs(patterns);
  const outcomes = new Map<string, Outcome>();
  let unmatched = 0;
  for (const one of cases) {
    const ids = idsOf(one, byWords, longest, isTest);
    if (ids.size === 0) unmatched++;
    for (const id of ids) outcomes.set(id, worse(outcomes.get(id), one.outcome));
  }
  return { outcomes, unmatched };
}

function idsOf(
  { name, className, properties }: JunitCase,
  byWords: ReadonlyMap<string, string>,
  longest: number,
  isTest: (id: string) => boolean,
): ReadonlySet<string> {
  const said = properties.filter((property) => /^(?:test[_-]?)?id$/i.test(property.name)).map(({ value }) => value);
  const whole = [...said, ...`${className} ${name}`.split(/[^A-Za-z0-9._-]+/)];
  const ids = new Set(whole.filter((id) => /^[A-Za-z0-9]/.test(id) && isTest(id)));
  const words = wordsOf(`${className} ${name} ${said.join(' ')}`).slice(0, 200);
  for (let at = 0; at < words.length; at++)
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const id = byWords.get(words.slice(at, at + length).join(' '));
      if (id === undefined) continue;
      ids.add(id);
      at += length - 1;
      break;
    }
  return ids;
}

function wordsOf(text: string): readonly string[] {
  return text
    .slice(0, 2000)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

const weight = { passed: 0, skipped: 1, failed: 2 } as const;

function worse(known: Outcome | undefined, next: Outcome): Outcome {
  return known !== undefined && weight[known] >= weight[next] ? known : next;
}
