import type { VexExport } from '../../model/plugs/vex-export.ts';
import { csaf } from './csaf.ts';
import { cyclonedx } from './cyclonedx.ts';
import { openvex } from './openvex.ts';
import { spdx3 } from './spdx3.ts';

/** Every machine format that VEX can be written in. */
export const vexExports: readonly VexExport[] = [cyclonedx, openvex, csaf, spdx3];
