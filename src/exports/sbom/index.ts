import type { SbomExport } from '../../model/plugs/export.ts';
import { cyclonedxJson } from './cyclonedx-json.ts';
import { cyclonedxXml } from './cyclonedx-xml.ts';
import { spdxJson } from './spdx-json.ts';
import { spdxTagValue } from './spdx-tag-value.ts';
import { spdx3Json } from './spdx3-json.ts';

/** Every machine format that an SBOM can be written in. */
export const sbomExports: readonly SbomExport[] = [cyclonedxJson, cyclonedxXml, spdxJson, spdxTagValue, spdx3Json];
