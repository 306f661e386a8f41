import type { SbomAgent } from '../../../model/inventory/sbom-document.ts';

/** A tool by the one text that SPDX has for it; by convention the version follows the last hyphen: `syft-1.38.0`. */
export function namedTool(text: string): Pick<SbomAgent, 'name'> & Partial<Pick<SbomAgent, 'version'>> {
  const at = text.lastIndexOf('-');
  const version = text.slice(at + 1);
  return at > 0 && /^v?\d/.test(version) ? { name: text.slice(0, at), version } : { name: text || undefined };
}
