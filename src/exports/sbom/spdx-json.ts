import type { SbomExport } from '../../model/plugs/export.ts';
import { spdxDocument } from './spdx/spdx-document.ts';

/** Writes SPDX 2.3 JSON (ISO/IEC 5962 is 2.2.1): inventory, graph and what is not known of them. */
export const spdxJson: SbomExport = {
  name: 'spdx-json',
  title: 'SPDX JSON',
  specs: ['2.3'],
  extension: 'spdx.json',
  write: (subject) => `${JSON.stringify(spdxDocument(subject), undefined, 2)}\n`,
};
