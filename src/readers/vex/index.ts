import type { VexReader } from '../../model/plugs/vex-reader.ts';
import { csaf } from './csaf.ts';
import { cyclonedx } from './cyclonedx.ts';
import { openvex } from './openvex.ts';
import { spdx3 } from './spdx3.ts';

/** Every reader of VEX; a document is read by the first that it fits. */
export const vexReaders: readonly VexReader[] = [openvex, csaf, spdx3, cyclonedx];
