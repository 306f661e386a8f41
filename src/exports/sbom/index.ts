import type { SbomExport } from '../../model/export.ts';
import { cyclonedxJson } from './cyclonedx-json.ts';
import { spdxJson } from './spdx-json.ts';

/** Every machine format that an SBOM can be written in. */
export const sbomExports: readonly SbomExport[] = [cyclonedxJson, spdxJson];
