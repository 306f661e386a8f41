import { parseJson } from '../../base/formats/json/json.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { openJson } from '../../base/formats/json/open-json.ts';
import type { Relation } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { archivedComponent } from './archived-component.ts';
import { readCondaArchive } from './conda-archive.ts';
import { condaComponent, isVirtual, nameInSpec } from './conda-package.ts';
import { addressInRecord, archiveOfRecord, installedRecordSchema, type InstalledRecord } from './installed-record.ts';

/** Reads the record of one package that is installed in a conda environment; what it needs has its own record beside it. */
export const condaMeta: Reader = {
  name: 'conda-meta',
  title: 'conda-meta/*.json of an installed environment',
  capabilities: { scope: false, graph: true, hashes: true, licence: true, direct: true },
  companions: (opened, path, tree) => {
    const json = parseJson(opened.get(path) ?? '');
    const record = checkSchema(installedRecordSchema, 'message' in json ? undefined : json.value);
    return record.ok ? neededNames(record.value).flatMap((name) => recordsOf(name, path, tree)) : [];
  },
  read: ({ path, text, companions }) => {
    const record = openJson(path, text, installedRecordSchema);
    if ('refused' in record) return record.refused;
    const { name, version, md5, sha256, license } = record.value;
    const at = { file: path, line: 1 };
    const archive = archiveOfRecord(record.value);
    const installed = new Map([...companions].map(([other, json]) => [nameInPath(other), json]));
    const needed = neededNames(record.value).map((each) => ({ name: each, purl: purlOf(installed.get(each)) }));
    const reason = 'a record of an installed package does not tell what uses it';
    const { facts, problems } = archivedComponent(name, version, [{ archive, md5, sha256, licence: license, at }]);
    const component = {
      ...facts,
      scope: 'unknown',
      scopeEvidence: [{ scope: 'unknown', reason, at }],
      relation: relationOf(record.value),
      firstParty: false,
      dependsOn: needed.flatMap(({ purl }) => purl ?? []).toSorted(),
    } as const;
    const missing = needed.filter(({ purl }) => purl === undefined).map((each) => each.name);
    return {
      components: [component],
      graph: 'complete',
      diagnostics: missing.length === 0 ? problems : [...problems, gap(path, name, missing)],
    };
  },
};

function neededNames({ depends }: InstalledRecord): readonly string[] {
  return [...new Set(depends.map(nameInSpec))].filter((name) => !isVirtual(name));
}

/** The paths of the records of a package in the same environment: `<name>-<version>-<build>.json`. */
function recordsOf(name: string, path: string, tree: readonly string[]): readonly string[] {
  const start = `${path.slice(0, path.lastIndexOf('/') + 1)}${name}-`;
  const found: string[] = [];
  for (let index = firstFrom(start, tree); tree[index]?.startsWith(start) === true; index++) {
    const candidate = tree[index] ?? '';
    if (nameInPath(candidate) === name) found.push(candidate);
  }
  return found;
}

/** The position of the first path of a sorted tree that is not before a text. */
function firstFrom(text: string, tree: readonly string[]): number {
  let low = 0;
  let high = tree.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tree[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nameInPath(path: string): string | undefined {
  return /(?<![^/])([^/]+)-[^-/]+-[^-/]+\.json$/.exec(path)?.[1];
}

/** The package URL of an installed package, from its record. */
function purlOf(json: string | undefined): string | undefined {
  const archive = json === undefined ? undefined : readCondaArchive(addressInRecord(json) ?? '');
  if (archive !== undefined) {
    const { name, version, build, channel, subdir } = archive;
    const at = { file: '', line: 1 };
    return condaComponent({ name, version, build, channel, subdir, pinning: { kind: 'exact' }, at }).purl;
  }
  const parsed = parseJson(json ?? '');
  const record = checkSchema(installedRecordSchema, 'message' in parsed ? undefined : parsed.value);
  if (!record.ok) return undefined;
  const { name, version } = record.value;
  const listed = { archive: archiveOfRecord(record.value), at: { file: '', line: 1 } };
  return archivedComponent(name, version, [listed]).facts.purl;
}

function relationOf({ requested_spec: spec, requested_specs: specs }: InstalledRecord): Relation {
  const asked = [spec ?? [], specs ?? []].flat().filter((text) => text !== '' && text !== 'None');
  if (asked.length > 0) return 'direct';
  return spec === undefined && specs === undefined ? 'unknown' : 'transitive';
}

function gap(file: string, name: string, missing: readonly string[]): Diagnostic {
  return entryProblem(
    { file },
    `${name} needs ${missing.map(quote).join(', ')}, which this environment does not hold`,
    'Scan the whole folder conda-meta; if a package is missing there, mend the environment with conda.',
  );
}
