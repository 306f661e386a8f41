/** The parts of a distribution's `[epoch:]version[-release]`; what is left out is empty. */
export type PackageVersion = { readonly epoch: string; readonly version: string; readonly release: string };

/** Splits a version as RPM and pacman write it; `undefined` when its epoch is no number or it holds blanks. */
export function splitPackageVersion(text: string): PackageVersion | undefined {
  const body = text.trim();
  const colon = body.indexOf(':');
  const epoch = body.slice(0, Math.max(0, colon));
  if (!/^\d*$/.test(epoch) || /\s/.test(body)) return undefined;
  const rest = body.slice(colon + 1);
  const hyphen = rest.lastIndexOf('-');
  return hyphen === -1
    ? { epoch, version: rest, release: '' }
    : { epoch, version: rest.slice(0, hyphen), release: rest.slice(hyphen + 1) };
}
