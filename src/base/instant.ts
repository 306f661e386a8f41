/** Orders instants as RFC 3339 writes them, whatever their fractions and offsets; what is no instant comes first. */
export function compareInstants(a: string, b: string): number {
  return time(a) - time(b);
}

/** The later of two instants. */
export function laterInstant(a: string, b: string): string {
  return compareInstants(a, b) < 0 ? b : a;
}

/** Whether a text is an instant, or a day, as RFC 3339 writes them. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:$|[Tt ])/.test(text) && !Number.isNaN(Date.parse(text));
}

/** No date of JavaScript is as early as this, so that the difference of any two times is a number. */
function time(instant: string): number {
  const milliseconds = Date.parse(instant);
  return Number.isNaN(milliseconds) ? -9e15 : milliseconds;
}
