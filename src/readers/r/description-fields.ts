/** Reads a DESCRIPTION file: lines `Field: value`, continued by lines that begin with a blank (Writing R Extensions, 1.1.1). */
export function descriptionFields(
  text: string,
): ReadonlyMap<string, { readonly value: string; readonly line: number }> {
  const fields = new Map<string, { value: string; readonly line: number }>();
  let last: { value: string } | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, name, value = ''] = /^([A-Za-z][\w/@.-]*):(.*)$/.exec(line) ?? [];
    if (name !== undefined) {
      const field = { value: value.trim(), line: index + 1 };
      fields.set(name, field);
      last = field;
    } else if (/^[ \t]/.test(line) && last !== undefined) last.value = `${last.value} ${line.trim()}`;
    else last = undefined;
  }
  return fields;
}
