/** Whole days from one calendar day, `YYYY-MM-DD`, to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A day as people are told of it: `2026-01-01 (SOURCE_DATE_EPOCH)` where something holds it in place of the clock. */
export function dayInWords(day: string, heldBy: string | undefined): string {
  return heldBy === undefined ? day : `${day} (${heldBy})`;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
