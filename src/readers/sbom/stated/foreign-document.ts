/** Says what a JSON document is that is no CycloneDX bill of materials, as far as its first keys tell. */
export function nameDocument(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'JSON without an object at its top';
  const document = new Map(Object.entries(value));
  const text = (key: string) => {
    const found = document.get(key);
    return typeof found === 'string' ? found : '';
  };
  const context = JSON.stringify(document.get('@context') ?? '');
  if (document.has('spdxVersion'))
    return `an SPDX document (${text('spdxVersion').slice(0, 20) || 'without a version'})`;
  if (context.includes('spdx.org/rdf/3')) return 'an SPDX 3 document';
  if (context.includes('openvex')) return 'an OpenVEX document';
  if (JSON.stringify(document.get('document') ?? '').includes('csaf_version')) return 'a CSAF document';
  if (document.has('artifacts') && document.has('descriptor')) return "Syft's own format";
  if (document.has('SchemaVersion') && document.has('Results')) return "a report in Trivy's own format";
  if (document.has('predicateType')) return 'an in-toto attestation';
  if (document.has('sbom')) return 'a document with the bill of materials one level down, under "sbom"';
  if (document.has('bomFormat'))
    return `a document of the format ${JSON.stringify(document.get('bomFormat')).slice(0, 40)}`;
  return 'JSON without "bomFormat": "CycloneDX"';
}
