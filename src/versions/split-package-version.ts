/** The parts of a distribution's `[epoch:]version[-release]`, each in pieces; what is left out is empty. */
export type PackageVersion<T> = {
  readonly epoch: string;
  readonly version: readonly T[];
  readonly release: readonly T[];
};

/** Splits a version as RPM and pacman write it; `undefined` when its epoch is no number, it holds blanks or names no version. */
export function splitPackageVersion<T>(
  text: string,
  piecesOf: (part: string) => readonly T[],
): PackageVersion<T> | undefined {
  const body = text.trim();
  const colon = body.indexOf(':');
  const epoch = body.slice(0, Math.max(0, colon));
  if (!/^\d*$/.test(epoch) || /\s/.test(body)) return undefined;
  const rest = body.slice(colon + 1);
  const hyphen = rest.lastIndexOf('-');
  const version = piecesOf(hyphen === -1 ? rest : rest.slice(0, hyphen));
  if (version.length === 0) return undefined;
  return { epoch, version, release: piecesOf(hyphen === -1 ? '' : rest.slice(hyphen + 1)) };
}
