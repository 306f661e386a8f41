/** The text of a heading, in Markdown or underlined; `undefined` when a line is none. */
export function headingOf(line: string, next: string | undefined): string | undefined {
  if (line.length > 300) return undefined;
  const [, marked] = /^\s{0,3}#{1,6}\s+(\S.*)$/.exec(line) ?? [];
  if (marked !== undefined) return marked.replace(/[\s#]{1,20}$/, '').trim();
  const underlined = next !== undefined && /^(?:={3,}|-{3,}|~{3,}|\^{3,}|\+{3,}|"{3,})\s*$/.test(next);
  if (underlined && /^\S/.test(line) && /[\p{L}\d]/u.test(line)) return line.trim();
  const bold = /^\*\*([^*]{1,200})\*\*:?\s*$/.exec(line)?.[1];
  if (bold !== undefined) return bold.trim();
  if (loneVersion.test(line) && (next ?? '').trim() === '') return line.trim();
  return datedVersion.test(line) ? line.trim() : undefined;
}

/** A line that holds nothing but a version, and a blank one after it. */
const loneVersion = /^v?\d+\.\d+\.\d+[\w.+-]{0,40}:?\s*$/;

/** A line that holds nothing but a version and its day, as many older files of changes have it. */
const datedVersion = /^v?\d+\.\d+[\w.+-]{0,40}\s*(?:[-–—:(/]\s*)?\(?(?:\d{4}-\d\d-\d\d)\)?\s*$/;

/** The version that a heading names, and its day where it tells one; `undefined` for headings such as “Fixed”. */
export function versionIn(
  heading: string,
): { readonly version: string; readonly date: string | undefined } | undefined {
  const words = heading
    .replace(/\]\([^)]{0,300}\)/, ']')
    .replace(/<a [^>]{0,100}>(?:<\/a>)?/, '')
    .replaceAll('*', '')
    .replace(/^\s{0,5}\d{4}-\d\d-\d\d,?\s{1,5}(?=\S)/, '');
  const [, version] =
    /^(?:[\p{L}@/_-]{1,60}[\s@]\s*)?[[(]?v?(\d+(?:\.\d+)+[\w.+-]{0,40})[\])]?(?=$|[\s,:(/–—-])/iu.exec(words) ?? [];
  if (version === undefined || /^\d{4}-\d\d-\d\d$/.test(version)) return undefined;
  const [date] = /\b\d{4}-\d\d-\d\d\b/.exec(heading) ?? [];
  return { version, date };
}
