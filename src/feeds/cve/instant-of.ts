/** An instant as CVE and NVD records write it, of which many leave out that they mean UTC; `undefined` when it is none. */
export function instantOf(text: string | undefined): string | undefined {
  const [, start, fraction, zone = ''] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/.exec(text ?? '') ?? [];
  if (start === undefined) return undefined;
  const instant = new Date(`${start}${fraction ?? ''}${zone === '' ? 'Z' : zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
