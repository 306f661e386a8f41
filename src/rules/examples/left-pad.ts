/** The record that most examples of rules are about, with the given lines after its designator. */
export function leftPad(lines: string): Readonly<Record<string, string>> {
  return { 'soup/items/npm-left-pad.yaml': `soup: pkg:npm/left-pad\nstatus: confirmed\n${lines}\n` };
}
