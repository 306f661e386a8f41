import { packageName } from '../../base/packages/package-name.ts';
import { formatPurl, parsePurl, type PurlParts } from '../../base/packages/purl.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import { salvage } from '../../base/formats/salvage.ts';
import { parseRecordYaml } from '../../base/formats/yaml/record-yaml.ts';
import type { Component } from '../../model/component.ts';
import { deviceSchema, type HandEnteredComponent } from '../../model/records/device.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';

/** Reads the components that a person entered in `tureen.yaml`, and nothing else of it: the rest is a record. */
export const handEntered: Reader = {
  name: 'hand-entered',
  title: 'components entered in tureen.yaml',
  capabilities: { scope: true, graph: false, hashes: true, licence: true, direct: true },
  read: ({ path, text }) => {
    const yaml = parseRecordYaml(text);
    const [problem] = yaml.problems;
    if (problem !== undefined)
      return unreadable({ ...syntaxProblem(path, problem.message, problem.at), help: problem.help });
    const listed = listedIn(yaml.value);
    if (!Array.isArray(listed)) {
      const message = '"components" is no list; each component begins with "- "';
      return unreadable({ ...syntaxProblem(path, message, yaml.placeOf(['components'])), help: remedy });
    }
    const rows = listed.map((value: unknown, index) =>
      readEntry(
        withTypedVersion(value, () => yaml.typed(['components', index, 'version'])),
        {
          file: path,
          ...yaml.placeOf(['components', index]),
        },
      ),
    );
    return {
      components: rows.flatMap(({ component }) => component ?? []),
      graph: 'none',
      diagnostics: rows.flatMap(({ diagnostics }) => diagnostics),
    };
  },
};

const remedy = 'Correct the entry in tureen.yaml.';

function listedIn(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'components' in document
    ? (document.components ?? [])
    : [];
}

/** A version such as 1.10 is a number to YAML; the person who typed it meant the text. */
function withTypedVersion(value: unknown, typed: () => string | undefined): unknown {
  if (typeof value !== 'object' || value === null || !('version' in value)) return value;
  return typeof value.version === 'number' ? { ...value, version: typed() ?? value.version } : value;
}

const entrySchema = deviceSchema.shape.components.unwrap().element;

/** The record's own check names each fault where it stands; here it is said what the faults of an entry cost the inventory. */
function readEntry(value: unknown, at: LinePlace) {
  const { value: entry, problems } = salvage(entrySchema, value);
  const parts = entry && parsePurl(entry.purl);
  const faults = problems.map(({ keyPath, message }) => `${keyPath.join('.') || 'it'}: ${message}`);
  if (entry !== undefined && parts === undefined) faults.push(`purl: ${quote(entry.purl)} is no package URL`);
  if (parts?.version !== undefined && formatPurl({ ...parts, version: entry?.version }) !== formatPurl(parts))
    faults.push(
      `purl: ${quote(entry?.purl ?? '')} and version ${quote(entry?.version ?? '')} differ; the package URL is taken`,
    );
  const component = entry && parts && componentOf(entry, parts, at);
  const outcome =
    component === undefined
      ? 'a component is not in the inventory'
      : `${quote(component.name)} is in the inventory with faults`;
  return {
    component,
    diagnostics: faults.length === 0 ? [] : [entryProblem(at, `${outcome}: ${faults.slice(0, 5).join('; ')}`, remedy)],
  };
}

function componentOf(entry: HandEnteredComponent, stated: PurlParts, at: LinePlace): Component {
  const parts = { ...stated, version: stated.version ?? entry.version };
  return {
    purl: formatPurl(parts),
    type: parts.type,
    name: parts.type === 'generic' ? entry.name : packageName(parts),
    version: parts.version,
    pinning: { kind: 'exact' },
    scope: entry.scope,
    scopeEvidence: [{ scope: entry.scope, reason: entry.reason, at }],
    relation: 'direct',
    firstParty: false,
    foundAt: [at],
    hashes: entry.sha256 === undefined ? [] : [{ algorithm: 'sha256', value: entry.sha256, of: 'delivered file' }],
    licences: entry.licence === undefined ? [] : [{ expression: entry.licence, at }],
    supplier: entry.supplier,
    homepage: entry.homepage,
    repository: undefined,
    download: undefined,
    description: entry.description,
    source: undefined,
    dependsOn: undefined,
  };
}
