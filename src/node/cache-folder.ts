import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { HostError } from '../base/errors.ts';

/**
 * Where this user's programs keep what they can make again: the XDG Base Directory Specification 0.8, which says that a
 * relative path is to be ignored. Throws `HostError`.
 */
export function cacheFolder(): string {
  const named = process.env['XDG_CACHE_HOME'] ?? '';
  return isAbsolute(named) ? named : join(homeFolder(), '.cache');
}

function homeFolder(): string {
  const home = homeOrNothing();
  if (isAbsolute(home)) return home;
  throw new HostError(
    'this user has no home folder',
    'Set HOME or XDG_CACHE_HOME to a folder, or name the store with --store.',
  );
}

function homeOrNothing(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}
