import { registryName } from '../pypi-package.ts';

/** A package that another package, an extra or the product asks for. */
export type Need = {
  /** In the form of PEP 503. */
  readonly name: string;
  readonly extras: readonly string[];
  /** The versions that will do, as the file writes them; empty for any. */
  readonly specifiers: string;
  /** It is asked for in some environments or for some extra only, so that a lockfile may do without it. */
  readonly conditional: boolean;
  /** The environments in which it is asked for (PEP 508), where the file tells it as a marker. */
  readonly marker: string | undefined;
};

/** Reads a dependency specifier (PEP 508), also with `-e` before it; `undefined` when it names no package. */
export function readNeed(written: string): Need | undefined {
  // PDM also writes `-e name @ file:///…`.
  const text = written.replace(
    /^\s*-e\s+(?=[A-Za-z0-9][A-Za-z0-9._-]*(?:\[[^\]]*\])?\s*@\s*[a-z][a-z0-9+.-]*:\/\/)/,
    '',
  );
  const [, editable, address = ''] = /^\s*(-e|--editable)[\s=]+(\S+)/.exec(text) ?? [];
  const egg = editable === undefined ? undefined : /[#&]egg=([A-Za-z0-9._-]+)(?:\[([^\]]*)\])?/.exec(address);
  const plain = editable === undefined ? /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[([^\]]*)\])?/.exec(text) : undefined;
  const [head, name, extras = ''] = egg ?? plain ?? [];
  if (head === undefined || name === undefined) return undefined;
  const [wanted = '', marker] = egg ? [''] : text.slice(head.length).split(/;(.*)/s);
  return {
    name: registryName(name),
    extras: readExtras(extras),
    specifiers: wanted.trimStart().startsWith('@') ? '' : wanted.trim().replace(/^\((.*)\)$/s, '$1'),
    conditional: marker !== undefined,
    marker: marker?.trim(),
  };
}

/** The names of extras between brackets, in the form of PEP 503. */
function readExtras(text: string): string[] {
  return text
    .split(',')
    .map((extra) => registryName(extra.trim()))
    .filter((extra) => extra !== '');
}
