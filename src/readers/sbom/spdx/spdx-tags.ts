import type { LocatedValue } from '../../../base/formats/located-value.ts';
import { quote } from '../../../base/quote.ts';
import type { KeyPath, LinePlace } from '../../../model/place.ts';

/** Why a text is no tag-value document, and where. */
export type TagFault = { readonly message: string; readonly at: Omit<LinePlace, 'file'> };

/** An SPDX tag-value text in the shape of SPDX JSON; tags that tell nothing of packages and edges are passed over. */
export function spdxTags(text: string): LocatedValue | TagFault {
  const tags = readTags(text);
  if ('message' in tags) return tags;
  const creation: Creation = { creators: [] };
  const lists = { packages: list(), files: list(), snippets: list(), relationships: list() };
  const annotations: Element[] = [];
  const head: Element = {};
  let element: Element = head;
  for (const { name, value, line } of tags) {
    const begun = firstTags.get(name);
    if (begun !== undefined) {
      element = begun === 'packages' ? { name: value } : begun === 'snippets' ? { SPDXID: value } : {};
      add(lists[begun], element, line);
    } else if (name === 'LicenseID' || name === 'Reviewer') element = {};
    else if (name === 'Annotator') annotations.push((element = { annotator: value }));
    else if (name === 'Relationship') add(lists.relationships, relationship(value), line);
    else if (name === 'Creator') creation.creators.push(value);
    else if (name === 'Created') creation.created ??= value;
    else if (name === 'CreatorComment') creation.comment ??= value;
    else setField(element, name, value);
  }
  annotate([head, ...lists.packages.entries], annotations);
  const value = { ...head, creationInfo: creation, ...mapValues(lists) };
  return { value, lineOf: (keyPath) => lineOf(lists, keyPath) };
}

type Element = Record<string, unknown>;
type Creation = { created?: string; comment?: string; readonly creators: string[] };
type List = { readonly entries: Element[]; readonly lines: number[] };
type Lists = Readonly<Record<'packages' | 'files' | 'snippets' | 'relationships', List>>;
type Tag = { readonly name: string; readonly value: string; readonly line: number };

/** The tags that begin an element. */
const firstTags: ReadonlyMap<string, 'packages' | 'files' | 'snippets'> = new Map([
  ['PackageName', 'packages'],
  ['FileName', 'files'],
  ['SnippetSPDXID', 'snippets'],
]);

/** Tags with one text, and their keys in JSON. */
const fields: ReadonlyMap<string, string> = new Map([
  ['SPDXVersion', 'spdxVersion'],
  ['DataLicense', 'dataLicense'],
  ['SPDXID', 'SPDXID'],
  ['DocumentName', 'name'],
  ['DocumentNamespace', 'documentNamespace'],
  ['PackageVersion', 'versionInfo'],
  ['PackageFileName', 'packageFileName'],
  ['PackageSupplier', 'supplier'],
  ['PackageOriginator', 'originator'],
  ['PackageDownloadLocation', 'downloadLocation'],
  ['PackageHomePage', 'homepage'],
  ['PackageSourceInfo', 'sourceInfo'],
  ['PackageSummary', 'summary'],
  ['PackageDescription', 'description'],
  ['PackageLicenseConcluded', 'licenseConcluded'],
  ['PackageLicenseDeclared', 'licenseDeclared'],
  ['PackageCopyrightText', 'copyrightText'],
  ['PrimaryPackagePurpose', 'primaryPackagePurpose'],
  ['ValidUntilDate', 'validUntilDate'],
  ['SPDXREF', 'about'],
  ['AnnotationComment', 'comment'],
]);

function setField(element: Element, name: string, value: string): void {
  const key = fields.get(name);
  if (key !== undefined) element[key] ??= value;
  else if (name === 'PackageChecksum') {
    const at = value.indexOf(':');
    push(element, 'checksums', {
      algorithm: value.slice(0, Math.max(0, at)).trim(),
      checksumValue: value.slice(at + 1).trim(),
    });
  } else if (name === 'PackageVerificationCode')
    element['packageVerificationCode'] ??= { packageVerificationCodeValue: value.split(/[\s(]/, 1)[0] ?? '' };
  else if (name === 'ExternalRef') {
    const [referenceCategory = '', referenceType = '', ...locator] = value.split(/\s+/);
    push(element, 'externalRefs', { referenceCategory, referenceType, referenceLocator: locator.join(' ') });
  }
}

/** An annotation names what it is about. */
function annotate(elements: readonly Element[], annotations: readonly Element[]): void {
  const byId = new Map(elements.map((element) => [element['SPDXID'], element]));
  for (const { about, comment } of annotations) {
    const element = byId.get(about);
    if (element !== undefined && comment !== undefined) push(element, 'annotations', { comment });
  }
}

function push(element: Element, key: string, entry: object): void {
  const entries = element[key];
  if (Array.isArray(entries)) entries.push(entry);
  else element[key] = [entry];
}

function relationship(value: string): Element {
  const [spdxElementId = '', relationshipType = '', ...rest] = value.split(/\s+/);
  return { spdxElementId, relationshipType, relatedSpdxElement: rest.join(' ') };
}

/** Reads `Tag: value` lines; a value between `<text>` and `</text>` may go over several lines. */
function readTags(text: string): readonly Tag[] | TagFault {
  if (text.trim() === '') return { message: 'the file is empty', at: { line: 1 } };
  const lines = (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).split(/\r?\n/);
  const tags: Tag[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const [, name, first = ''] = /^\s*([A-Za-z]{1,60})\s*:(.*)$/s.exec(line) ?? [];
    if (name === undefined)
      return { message: `${quote(line.trim().slice(0, 60))} is no "Tag: value"`, at: { line: at + 1 } };
    const begin = at;
    let value = first.trim();
    if (value.startsWith('<text>')) {
      const pieces = [value.slice('<text>'.length)];
      while (!(pieces.at(-1) ?? '').includes('</text>')) {
        at++;
        if (at >= lines.length) return { message: `the <text> of ${name} has no end`, at: { line: begin + 1 } };
        pieces.push(lines[at] ?? '');
      }
      value = pieces.join('\n').split('</text>', 1)[0]?.trim() ?? '';
    }
    tags.push({ name, value, line: begin + 1 });
  }
  return tags;
}

function list(): List {
  return { entries: [], lines: [] };
}

function add({ entries, lines }: List, entry: Element, line: number): void {
  entries.push(entry);
  lines.push(line);
}

function mapValues(lists: Lists): Element {
  return Object.fromEntries(Object.entries(lists).map(([key, { entries }]) => [key, entries]));
}

function lineOf(lists: Lists, [key = '', index]: KeyPath): number {
  const [, found] = Object.entries(lists).find(([name]) => name === key) ?? [];
  return found?.lines[typeof index === 'number' ? index : 0] ?? 1;
}
