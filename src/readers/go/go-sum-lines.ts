import { quote } from '../../base/quote.ts';
import type { Hash } from '../../model/component.ts';

/** A line of go.sum on the contents of a module; lines on its go.mod file alone are left out. */
export type GoSum = { readonly module: string; readonly version: string; readonly hash: Hash; readonly line: number };

/** The lines of a go.sum, and those that are none. */
export type GoSumLines = {
  readonly sums: readonly GoSum[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
};

/** Reads go.sum: `<module> <version>[/go.mod] h1:<base64>`, as the go command has written it since Go 1.11. */
export function parseGoSum(text: string): GoSumLines {
  const sums: GoSum[] = [];
  const problems: { line: number; message: string }[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    const line = index + 1;
    const words = written.split(/\s+/).filter((word) => word !== '');
    const [module = '', version = '', sum = '', more] = words;
    const value = digestOf(sum);
    if (words.length === 0) continue;
    if (sum === '' || more !== undefined) problems.push({ line, message: `${quote(written)} is no line of go.sum` });
    else if (value === undefined)
      problems.push({ line, message: `${module} has the hash ${quote(sum)}, of no known kind` });
    else if (!version.endsWith('/go.mod'))
      sums.push({ module, version, hash: { algorithm: 'sha256', value, of: 'module tree (h1)' }, line });
  }
  return { sums, problems };
}

/** Finds what go.sum says of the contents of a module. */
export function goHashes(text: string): (module: string, version: string | undefined) => readonly Hash[] {
  const byModule = new Map(parseGoSum(text).sums.map((sum) => [`${sum.module} ${sum.version}`, sum.hash]));
  return (module, version) => {
    const hash = byModule.get(`${module} ${version}`);
    return hash === undefined ? [] : [hash];
  };
}

/** h1 is the SHA-256 of a list of the files with the SHA-256 of each, in Base64. */
function digestOf(sum: string): string | undefined {
  const [, base64] = /^h1:([A-Za-z0-9+/]{43}=)$/.exec(sum) ?? [];
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString('hex');
}
