/**
 * Reads which characters an OpenType font has glyphs for: the `cmap` table, subtable format 12 (OpenType 1.9,
 * segmented coverage). A font without one covers nothing.
 */
export function fontCoverage(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 'cmap');
  const covered = new Set<number>();
  if (cmap === undefined) return covered;
  for (let record = 0; record < view.getUint16(cmap + 2); record++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * record + 4);
    if (view.getUint16(subtable) === 12) addGroups(view, subtable, covered);
  }
  return covered;
}

function tableAt(view: DataView, tag: string): number | undefined {
  for (let record = 12; record < 12 + 16 * view.getUint16(4); record += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(record + index)));
    if (name === tag) return view.getUint32(record + 8);
  }
  return undefined;
}

function addGroups(view: DataView, subtable: number, covered: Set<number>): void {
  for (let group = 0; group < view.getUint32(subtable + 12); group++) {
    const at = subtable + 16 + 12 * group;
    for (let code = view.getUint32(at); code <= view.getUint32(at + 4); code++) covered.add(code);
  }
}
