import { scoreCvss } from '../../base/cvss/score-cvss.ts';
import { isDay } from '../../base/day.ts';
import { parseVers } from '../../base/packages/vers.ts';

/** What is wrong with a day until which something holds or is done. */
export function lackOfDay(given: string, today: string): string | undefined {
  if (!isDay(given)) return 'That is no day; write YYYY-MM-DD.';
  return given < today ? `That day has passed: today is ${today}.` : undefined;
}

/** What is wrong with a CVSS vector in the environment of the device. */
export function lackOfVector(given: string): string | undefined {
  if (!/^CVSS:(?:3\.[01]|4\.0)\//.test(given)) return 'Write it as CVSS:3.1/AV:L/…';
  return scoreCvss(given) === undefined ? 'A metric of it is unknown, stands twice or is missing.' : undefined;
}

/** What is wrong with a range of versions of an ecosystem. */
export function lackOfRange(given: string, type: string): string | undefined {
  const range = parseVers(given);
  if ('problem' in range) return `That is no range: ${range.problem}.`;
  return range.type === type ? undefined : `Write it as vers:${type}/…`;
}
