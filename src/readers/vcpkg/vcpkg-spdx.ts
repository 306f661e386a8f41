import { parseJson } from '../../base/formats/json/json.ts';
import { withoutSecrets } from '../../base/packages/repositories/package-address.ts';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Component, Hash } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { portComponent, splitPortVersion } from './vcpkg-port.ts';
import { vcpkgSpdxSchema, type VcpkgSpdxPackage } from './vcpkg-spdx-schema.ts';

/** Reads the document that vcpkg keeps of each port that it installed; what was built and downloaded belongs to the port. */
export const vcpkgSpdx: Reader = {
  name: 'vcpkg-spdx',
  title: 'vcpkg.spdx.json of an installed port',
  capabilities: { scope: false, graph: false, hashes: true, licence: true, direct: false },
  read: ({ path, text }) => {
    const json = parseJson(text);
    if ('message' in json) return unreadable(syntaxProblem(path, json.message, json.at));
    const document = checkSchema(vcpkgSpdxSchema, json.value);
    if (!document.ok) return unreadable(...shapeProblems(path, document.problems, json.lineOf));
    const { packages } = document.value;
    const index = packages.findIndex(({ SPDXID }) => SPDXID === 'SPDXRef-port');
    const port = packages[index];
    if (port === undefined) return unreadable(syntaxProblem(path, 'it describes no port, "SPDXRef-port"', { line: 1 }));
    const at = { file: path, line: json.lineOf(['packages', index]) };
    return { components: [installedPort(port, packages, at)], graph: 'none', diagnostics: [] };
  },
};

function installedPort(port: VcpkgSpdxPackage, packages: readonly VcpkgSpdxPackage[], at: LinePlace): Component {
  const { version, portVersion } = splitPortVersion(port.versionInfo ?? '');
  const triplet = packages.find(({ SPDXID }) => SPDXID === 'SPDXRef-binary')?.name.split(':')[1];
  const recipe = /^git\+.+@[0-9a-f]{40}$/.exec(port.downloadLocation ?? '')?.[0];
  const resources = packages.filter(({ SPDXID }) => SPDXID.startsWith('SPDXRef-resource'));
  const expression = stated(port.licenseConcluded) ?? stated(port.licenseDeclared);
  const [download, ...others] = resources.flatMap(({ downloadLocation }) => stated(downloadLocation) ?? []);
  return {
    ...portComponent({ name: port.name, version: version || undefined, portVersion, triplet, recipe }, at),
    scopeEvidence: [{ scope: 'unknown', reason: 'the document of a port does not tell what it is for', at }],
    hashes: resources.flatMap(hashesOf),
    licences: expression === undefined ? [] : [{ expression, at }],
    homepage: stated(port.homepage),
    download: download === undefined || others.length > 0 ? undefined : withoutSecrets(download),
    description: port.description?.split('\n')[0],
  };
}

/** The two words by which SPDX says that it says nothing. */
function stated(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text === 'NOASSERTION' || text === 'NONE' ? undefined : text;
}

function hashesOf({ name, checksums }: VcpkgSpdxPackage): Hash[] {
  return checksums.flatMap(({ algorithm, checksumValue }): Hash[] => {
    const known = algorithms.find(
      ({ name: spelt, digits }) => spelt === algorithm.toLowerCase() && digits === checksumValue.length,
    );
    return known === undefined || !/^[0-9a-f]+$/i.test(checksumValue)
      ? []
      : [{ algorithm: known.name, value: checksumValue.toLowerCase(), of: name }];
  });
}

const algorithms = [
  { name: 'sha1', digits: 40 },
  { name: 'sha256', digits: 64 },
  { name: 'sha512', digits: 128 },
] as const;
