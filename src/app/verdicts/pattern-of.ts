import { UsageError } from '../../base/errors.ts';
import { packagePattern } from '../../base/paths/glob.ts';

/** A pattern of packages, as a person writes it, as a test. Throws `UsageError` for what is none. */
export function patternOf(packages: string): (soup: string) => boolean {
  if (/^pkg:[a-z0-9.+-]+\/\S+$/.test(packages)) return packagePattern(packages.replace('/@', '/%40'));
  throw new UsageError(
    `"${packages}" is no pattern of packages`,
    "Write it as 'pkg:<type>/<name>'; '*' matches any characters.",
  );
}
