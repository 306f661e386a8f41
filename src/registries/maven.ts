import { childNamed, childrenNamed, childText, parseXml, type XmlElement } from '../base/formats/xml.ts';
import type {
  CompareVersions,
  Registry,
  RegistryAnswers,
  RegistryPackage,
  RegistryReading,
} from '../model/plugs/registry.ts';
import { factsFrom, licencesFrom, namesFrom, textFrom, type Told } from './told.ts';

/** A Maven repository: the pom of the version with those that it inherits from, and the list of versions. */
export const maven: Registry = {
  name: 'maven',
  title: 'Maven repository',
  configured: 'a mirror or repository in settings.xml or pom.xml',
  ask: ({ namespace, name, version }, answers) => {
    if (namespace === undefined) return undefined;
    if (!answers.has('pom 0')) return pomQuestion('pom 0', { groupId: namespace, artifactId: name, version });
    const poms = pomsOf(answers);
    const last = poms.at(-1);
    const parent = last === undefined || poms.length > mostAncestors ? undefined : parentOf(last);
    if (parent !== undefined && !answers.has(`pom ${poms.length}`)) return pomQuestion(`pom ${poms.length}`, parent);
    if (answers.has('versions')) return undefined;
    return { name: 'versions', path: [...namespace.split('.'), name, 'maven-metadata.xml'], accept: xmlTypes };
  },
  read: (wanted, answers, compare): RegistryReading => {
    const [own, ...ancestors] = pomsOf(answers);
    const written = answers.get('pom 0');
    if (written === undefined) return { kind: 'absent', reason: 'the repository does not know the version' };
    if (own === undefined) {
      const reason = /^\s*<(?:!doctype\s+html|html)/i.test(written) ? 'it answers with a web page' : 'it is no pom';
      return { kind: 'damaged', reason };
    }
    return {
      kind: 'facts',
      facts: factsFrom({ ...pomTold([own, ...ancestors], wanted), latest: latestOf(answers, compare) }),
    };
  },
  baseOf: (download, { namespace, name, version }) => {
    const folder = `/${(namespace ?? '').replaceAll('.', '/')}/${name}/${version}/`;
    const at = download.lastIndexOf(folder);
    return namespace === undefined || at === -1 || !/^https?:\/\//.test(download) ? undefined : download.slice(0, at);
  },
};

const mostAncestors = 6;

const xmlTypes = 'application/xml, text/xml, */*;q=0.1';

type Coordinates = { readonly groupId: string; readonly artifactId: string; readonly version: string };

function pomQuestion(name: string, { groupId, artifactId, version }: Coordinates) {
  const file = `${artifactId}-${version}.pom`;
  return { name, path: [...groupId.split('.'), artifactId, version, file], accept: xmlTypes };
}

/** The pom of the version and those above it, nearest first, as far as they could be read. */
function pomsOf(answers: RegistryAnswers): readonly XmlElement[] {
  const poms: XmlElement[] = [];
  for (let level = 0; level <= mostAncestors + 1; level++) {
    const text = answers.get(`pom ${level}`);
    const root = text === undefined ? undefined : parseXml(text);
    if (root === undefined || 'message' in root || root.name !== 'project') break;
    poms.push(root);
  }
  return poms;
}

function parentOf(pom: XmlElement): Coordinates | undefined {
  const parent = childNamed(pom, 'parent');
  if (parent === undefined) return undefined;
  const [groupId, artifactId, version] = ['groupId', 'artifactId', 'version'].map((key) => childText(parent, key));
  const known = [groupId, artifactId, version].every((part) => part !== undefined && /^[A-Za-z0-9._-]+$/.test(part));
  return known ? { groupId: groupId ?? '', artifactId: artifactId ?? '', version: version ?? '' } : undefined;
}

/** What the nearest pom states counts (Maven, inheritance assembly); addresses that a parent gives get the names of the children. */
function pomTold(poms: readonly XmlElement[], wanted: RegistryPackage): Omit<Told, 'latest'> {
  const fill = propertiesOf(poms, wanted);
  const nearest = <T>(of: (pom: XmlElement) => T | undefined) => poms.map(of).find((value) => value !== undefined);
  const filled = (value: string | undefined) => (value === undefined ? undefined : fill(value));
  const [own] = poms;
  const moved = own && childNamed(childNamed(own, 'distributionManagement') ?? own, 'relocation');
  return {
    supplier: filled(nearest((pom) => textIn(pom, 'organization', 'name'))),
    originator: nearest((pom) => peopleIn(pom, 'developers')),
    licence: nearest(licenceIn),
    repository:
      filled(own && (textIn(own, 'scm', 'url') ?? textIn(own, 'scm', 'connection'))) ??
      filled(nearest((pom) => textIn(pom, 'scm', 'url'))),
    homepage: filled(own && childText(own, 'url')),
    deprecated: moved === undefined ? undefined : relocation(moved, wanted),
  };
}

function textIn(pom: XmlElement, parent: string, key: string): string | undefined {
  const element = childNamed(pom, parent);
  return element && childText(element, key);
}

function peopleIn(pom: XmlElement, key: string): string | undefined {
  const list = childNamed(pom, key);
  return list && namesFrom(list.children.map((one) => childText(one, 'name') ?? childText(one, 'id')));
}

/** Several licences of a pom are a choice or a sum; it does not say which, and so they stay side by side. */
function licenceIn(pom: XmlElement): string | undefined {
  const list = childNamed(pom, 'licenses');
  const named = list && childrenNamed(list, 'license').map((one) => childText(one, 'name') ?? childText(one, 'url'));
  return named && licencesFrom(named);
}

function relocation(moved: XmlElement, { namespace, name, version }: RegistryPackage): string {
  const part = (key: string, own: string | undefined) => childText(moved, key) ?? own ?? '';
  const to = `${part('groupId', namespace)}:${part('artifactId', name)}:${part('version', version)}`;
  return `relocated to ${to}${childText(moved, 'message') === undefined ? '' : `: ${childText(moved, 'message')}`}`;
}

/** Fills `${…}` from the properties of the poms; what stays open is no address. */
function propertiesOf(poms: readonly XmlElement[], { namespace, name, version }: RegistryPackage) {
  const properties = new Map<string, string>();
  for (const pom of poms.toReversed())
    for (const { name: key, text } of childNamed(pom, 'properties')?.children ?? []) properties.set(key, text.trim());
  for (const [key, value] of [
    ['groupId', namespace ?? ''],
    ['artifactId', name],
    ['version', version],
  ] as const) {
    properties.set(`project.${key}`, value);
    properties.set(`pom.${key}`, value);
  }
  return (text: string): string | undefined => {
    let filled = text;
    for (let round = 0; round < 5 && filled.includes('${') && filled.length < 2000; round++)
      filled = filled.replace(/\$\{([^${}]{1,200})\}/g, (whole, key: string) => properties.get(key) ?? whole);
    return filled.includes('${') ? undefined : filled;
  };
}

/** The newest version that is no pre-release; the repository's own `release` may be one. */
function latestOf(answers: RegistryAnswers, compare: CompareVersions): string | undefined {
  const text = answers.get('versions');
  const root = text === undefined ? undefined : parseXml(text);
  const versioning = root === undefined || 'message' in root ? undefined : childNamed(root, 'versioning');
  const versions = versioning && childNamed(versioning, 'versions')?.children.map((one) => one.text.trim());
  const stable = versions?.filter(
    (version) => !/(?:^|[-._\d])(?:alpha|beta|rc|cr|m|snapshot|pre|ea)(?:[-._\d]|$)/i.test(version),
  );
  return stable?.toSorted(compare).at(-1) ?? (versioning && textFrom(childText(versioning, 'release')));
}
