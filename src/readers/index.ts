import type { Reader } from '../model/reader.ts';
import { dpkg } from './debian/dpkg.ts';
import { packageLock } from './npm/package-lock.ts';
import { uvLock } from './python/uv-lock.ts';

/** Every reader; a file is read by the first whose globs match. */
export const readers: readonly Reader[] = [dpkg, packageLock, uvLock];
