import type { Reader } from '../model/reader.ts';
import { dpkg } from './debian/dpkg.ts';
import { packageLock } from './npm/package-lock.ts';
import { requirements } from './python/requirements.ts';
import { uvLock } from './python/uv-lock.ts';
import { cyclonedxJson } from './sbom/cyclonedx-json.ts';
import { handEntered } from './tureen/hand-entered.ts';

/** Every reader; a file is read by the first whose globs match. */
export const readers: readonly Reader[] = [dpkg, packageLock, uvLock, requirements, cyclonedxJson, handEntered];
