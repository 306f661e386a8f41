import type { SbomExport } from '../../model/plugs/export.ts';
import { cyclonedxDocument, cyclonedxSpecs } from './cyclonedx/cyclonedx-document.ts';
import { writeXml } from '../write-xml.ts';
import { xmlElement } from './cyclonedx/cyclonedx-xml-element.ts';

/** Writes CycloneDX XML (ECMA-424): what the JSON says, in the elements of the XML schema. */
export const cyclonedxXml: SbomExport = {
  name: 'cyclonedx-xml',
  title: 'CycloneDX XML',
  specs: cyclonedxSpecs,
  extension: 'cdx.xml',
  write: (subject, spec) => {
    const { serialNumber, content } = cyclonedxDocument(subject, spec);
    const { version, ...parts } = content;
    return writeXml({
      name: 'bom',
      attributes: [
        ['xmlns', `http://cyclonedx.org/schema/bom/${spec}`],
        ['serialNumber', serialNumber],
        ['version', String(version)],
      ],
      children: Object.entries(parts).flatMap(([name, value]) => xmlElement(name, value)),
    });
  },
};
