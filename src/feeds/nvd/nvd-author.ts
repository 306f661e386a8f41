import type { NvdDocument } from './nvd-schema.ts';

/** Who says which products a vulnerability of the NVD is in; corrections by others say what they correct. */
export function nvdAuthor(annotation: NvdDocument['_annotation']): string {
  return annotation === undefined ? 'NVD' : 'NVD data with corrections';
}
