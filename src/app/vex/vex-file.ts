/**
 * Where the record of a document lies: `soup/vex/<format>-<its name>.yaml`, in letters that every file system keeps;
 * where another document is there, letters of the hash follow.
 */
export function vexFile(format: string, from: string, sha256: string, taken: ReadonlyMap<string, string>): string {
  const known = [...taken].find(([, hash]) => hash === sha256)?.[0];
  if (known !== undefined) return known.replace(/\.vex\.json$/, '.yaml');
  const words = from
    .toLowerCase()
    .replace(/\.json$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');
  const plain = `soup/vex/${words.startsWith(format) || words === '' ? words || format : `${format}-${words}`}`;
  const free = [plain, `${plain}-${sha256.slice(0, 6)}`, `${plain}-${sha256}`].find(
    (one) => !taken.has(`${one}.vex.json`),
  );
  return `${free ?? plain}.yaml`;
}
