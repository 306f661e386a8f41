import type { LinePlace } from '../../model/place.ts';

/** A line of a Cartfile, Cartfile.private or Cartfile.resolved. */
export type CarthageLine = {
  readonly kind: 'github' | 'git' | 'binary';
  /** `<owner>/<name>` on GitHub, or an address or path. */
  readonly source: string;
  /** In a Cartfile.resolved a tag or commit, elsewhere what is asked for: empty for anything. */
  readonly state: string;
  readonly line: number;
};

/** The lines of a file of Carthage, or the first that is none. */
export type CarthageLines =
  | { readonly lines: readonly CarthageLine[] }
  | { readonly message: string; readonly at: Omit<LinePlace, 'file'> };

/** Reads `github|git|binary "<source>" <state>`; `#` begins a comment. */
export function parseCarthage(text: string): CarthageLines {
  const lines: CarthageLine[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (/^\s*(?:#.*)?$/.test(written)) continue;
    const [, kind, source, quoted, bare = ''] =
      /^\s*(github|git|binary)\s+"([^"]+)"(?:\s*"([^"]*)"\s*|([^"#]*))(?:#.*)?$/.exec(written) ?? [];
    if (kind === undefined || source === undefined)
      return { message: 'this line names no dependency', at: { line: index + 1 } };
    lines.push({ kind: kind as CarthageLine['kind'], source, state: quoted ?? bare.trim(), line: index + 1 });
  }
  return { lines };
}
