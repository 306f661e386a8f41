import type { Reader } from '../../model/plugs/reader.ts';
import type { ParsedSbom } from '../../model/inventory/sbom-document.ts';
import { checkSpdx } from './spdx/check-spdx.ts';
import { refused } from './refused.ts';
import { sbomReading } from './inventory/sbom-reading.ts';
import { spdxTags } from './spdx/spdx-tags.ts';

/** Reads SPDX tag-value 2.1 to 2.3; a later 2.x is read with a warning. */
export const spdxTagValue: Reader = {
  name: 'spdx-tag-value',
  title: 'SPDX tag-value 2.1 to 2.3',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  read: ({ path, text }) => sbomReading(path, parseSpdxTagValue(path, text)),
};

/** An SPDX tag-value text as any SBOM. */
export function parseSpdxTagValue(path: string, text: string): ParsedSbom {
  const tags = spdxTags(text);
  return 'message' in tags ? refused(path, tags) : checkSpdx(path, tags, 'tag-value');
}
