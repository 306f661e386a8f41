import type { SbomExport } from '../../model/plugs/export.ts';
import { cyclonedxDocument, cyclonedxSpecs } from './cyclonedx/cyclonedx-document.ts';

/** Writes CycloneDX JSON (ECMA-424): inventory, graph and what is not known of them; vulnerabilities never. */
export const cyclonedxJson: SbomExport = {
  name: 'cyclonedx-json',
  title: 'CycloneDX JSON',
  specs: cyclonedxSpecs,
  extension: 'cdx.json',
  write: (subject, spec) => {
    const { serialNumber, content } = cyclonedxDocument(subject, spec);
    const head = {
      $schema: `http://cyclonedx.org/schema/bom-${spec}.schema.json`,
      bomFormat: 'CycloneDX',
      specVersion: spec,
    };
    return `${JSON.stringify({ ...head, serialNumber, ...content }, undefined, 2)}\n`;
  },
};
