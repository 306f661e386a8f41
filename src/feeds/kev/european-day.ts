/** The day in a date of ENISA's: `2026/09/22` or `2026-09-22`, or `Sep 22, 2026, 12:00:00 AM` as a search writes it. */
export function europeanDay(date: string): string | undefined {
  const [, year, month, day] = /^(20\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:T|$)/.exec(date) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  const [, name = '', at = '', of] = /^([A-Z][a-z]{2}) (\d{1,2}), (20\d\d),/.exec(date) ?? [];
  const number = months.indexOf(name) + 1;
  return of === undefined || number === 0 || Number(at) < 1 || Number(at) > 31
    ? undefined
    : `${of}-${String(number).padStart(2, '0')}-${at.padStart(2, '0')}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
