import { quote } from '../../base/quote.ts';

/** A package in the local database of pacman, as its file `desc` tells it. */
export type PacmanPackage = {
  readonly name: string;
  readonly version: string | undefined;
  /** The package that several were built from. */
  readonly base: string | undefined;
  readonly description: string | undefined;
  readonly homepage: string | undefined;
  readonly architecture: string | undefined;
  readonly packager: string | undefined;
  readonly licences: readonly string[];
  /** Installed for the sake of others (`%REASON%` 1); what was asked for has no such line. */
  readonly automatic: boolean;
  /** Bare names. */
  readonly needs: readonly string[];
  readonly line: number;
};

/** Reads a `desc`: paragraphs, each with a name between percent signs and a line for each value. */
export function readPacmanDesc(text: string): PacmanPackage | { readonly message: string; readonly line: number } {
  if (text.trim() === '') return { message: 'the file is empty', line: 1 };
  const lines = text.split('\n');
  if (lines.at(-1) !== '') return { message: 'the file ends in the middle of a line', line: lines.length };
  const fields = new Map<string, { readonly line: number; readonly values: string[] }>();
  let open: string[] | undefined;
  for (const [index, written] of lines.entries()) {
    const content = written.trim();
    const name = /^%([A-Z0-9]+)%$/.exec(content)?.[1];
    if (content === '') open = undefined;
    else if (open !== undefined) open.push(content);
    else if (name === undefined) return { message: `${quote(content)} is no name such as "%NAME%"`, line: index + 1 };
    else fields.set(name, { line: index + 1, values: (open = []) });
  }
  const values = (name: string) => fields.get(name)?.values ?? [];
  const [name] = values('NAME');
  if (name === undefined) return { message: 'it has no "%NAME%"', line: 1 };
  return {
    name,
    version: values('VERSION')[0],
    base: values('BASE')[0],
    description: values('DESC')[0],
    homepage: values('URL')[0],
    architecture: values('ARCH')[0],
    packager: values('PACKAGER').find((packager) => packager !== 'Unknown Packager'),
    licences: values('LICENSE'),
    automatic: values('REASON')[0] === '1',
    needs: values('DEPENDS').map((written) => /^[^<>=:]*/.exec(written)?.[0] ?? ''),
    line: (fields.get('NAME')?.line ?? 0) + 1,
  };
}
