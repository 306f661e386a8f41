import { isDay } from '../../base/day.ts';

/** The day in a date of ENISA's: `2026/09/22` or `2026-09-22`, or `Sep 22, 2026, 12:00:00 AM` as a search writes it. */
export function europeanDay(date: string): string | undefined {
  const day = numbered(date) ?? named(date);
  return day !== undefined && isDay(day) ? day : undefined;
}

function numbered(date: string): string | undefined {
  const [, year, month, day] = /^(20\d\d)[/-](\d\d)[/-](\d\d)(?:T|$)/.exec(date) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}

function named(date: string): string | undefined {
  const [, month = '', day = '', year] = /^([A-Z][a-z]{2}) (\d{1,2}), (20\d\d),/.exec(date) ?? [];
  const number = months.indexOf(month) + 1;
  return year === undefined ? undefined : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
