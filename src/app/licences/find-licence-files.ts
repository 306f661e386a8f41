import { decodeText } from '../../base/decode-text.ts';
import { globs } from '../../base/paths/glob.ts';
import { detectLicences } from '../../licences/detect-licences.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LicenceFile, LicenceFiles } from '../../model/licences/licence-files.ts';
import type { LicenceReading } from '../../model/licences/detected-licence.ts';
import type { Host, ListedFile } from '../host.ts';
import { askAboutTexts } from './ask-about-texts.ts';
import { ownersOf } from './owner-of-file.ts';

/** The licence files that were found, and the questions that their texts leave to a person. */
export type FoundLicenceFiles = { readonly licenceFiles: LicenceFiles; readonly diagnostics: readonly Diagnostic[] };

/** Folders of installed packages, which no other command enters. */
const installed = [
  '**/node_modules/**',
  '**/site-packages/**',
  '**/dist-packages/**',
  '**/vendor/**',
  '**/usr/share/doc/**',
];

const licenceName = /^(?:(?:.*[-_.])?(?:un)?licen[cs]es?|copying|copyright|ofl)(?:[-_.].*)?$/i;
const noticeName = /^(?:notice|third[-_]?party[-_]?(?:notices?|licen[cs]es?))(?:[-_.].*)?$/i;
const licenceFolder = /(?:^|\/)(?:licen[cs]es|LICEN[CS]ES)\/[^/]+$/;
/** What has such a name and is a program or data. */
const noText =
  /\.(?:[cm]?[jt]sx?|map|json|py|pyc|go|rs|java|class|c|h|cc|cpp|html?|xml|ya?ml|toml|png|svg|gif|jar|gz|zip|css|sh|rb|php|lock)$/i;

/** What is larger holds more than licences, and more files than this are no product. */
const largestBytes = 2 ** 20;
const mostFiles = 20_000;

/**
 * Looks for licence files in the folder of the product and in the packages that are installed in it, reads what they say,
 * and joins them with the components. `ignore` holds globs of files that are no part of the product.
 */
export async function findLicenceFiles(
  host: Host,
  ignore: readonly string[],
  components: readonly Component[],
): Promise<FoundLicenceFiles> {
  const { files } = await host.files.list(installed);
  const ignored = globs(ignore);
  const wanted = files.filter(({ path }) => kindOf(path) !== undefined && !ignored(path));
  const readText = async (path: string) => decoded(await host.files.read(path));
  const owners = ownersOf(components, readText);
  const of = new Map<string, LicenceFile[]>();
  const others: LicenceFile[] = [];
  const readings = new Map<string, LicenceReading>();
  for (const file of wanted.slice(0, mostFiles)) {
    const purls = await owners(file.path);
    if (purls.length === 0 && isForeign(file.path)) continue;
    const found = file.bytes > largestBytes ? undefined : await read(file, readText, readings);
    if (found === undefined) continue;
    if (purls.length === 0) others.push(found);
    for (const purl of purls) of.set(purl, [...(of.get(purl) ?? []), found]);
  }
  const licenceFiles: LicenceFiles = { kind: 'looked', of, others };
  return {
    licenceFiles,
    diagnostics: [
      ...wanted.filter(({ bytes }) => bytes > largestBytes).map(tooLarge),
      ...(wanted.length > mostFiles ? [tooMany(wanted.length)] : []),
      ...askAboutTexts(licenceFiles, components),
    ],
  };
}

function kindOf(path: string): LicenceFile['kind'] | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (noText.test(name)) return undefined;
  if (noticeName.test(name)) return 'notice';
  return licenceName.test(name) || licenceFolder.test(path) ? 'licence' : undefined;
}

/** An installed package that is none of the inventory: left over from another state of the product. */
function isForeign(path: string): boolean {
  return /(?:^|\/)(?:node_modules|site-packages|dist-packages)\/|(?:^|\/)usr\/share\/doc\//.test(path);
}

/** The same text, which hundreds of packages have, is compared once. */
async function read(
  { path }: ListedFile,
  readText: (path: string) => Promise<string | undefined>,
  readings: Map<string, LicenceReading>,
): Promise<LicenceFile | undefined> {
  const text = (await readText(path))?.replace(/\r\n?/g, '\n');
  if (text === undefined) return undefined;
  const reading = readings.get(text) ?? detectLicences(text);
  readings.set(text, reading);
  return { path, kind: kindOf(path) ?? 'licence', text, ...reading };
}

/** Old licence texts are written in Latin-1. */
function decoded(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : (decodeText(bytes) ?? new TextDecoder('latin1').decode(bytes));
}

function tooLarge({ path, bytes }: ListedFile): Diagnostic {
  return {
    rule: 'licences/text-too-large',
    severity: 'warning',
    message: `${path} was not read for licences: it has ${(bytes / 2 ** 20).toFixed(1)} MiB`,
    place: { file: path },
    help: 'Read it by hand and write what it says to soup/licences.yaml.',
  };
}

function tooMany(count: number): Diagnostic {
  return {
    rule: 'licences/text-too-many',
    severity: 'warning',
    message: `of ${count} licence files the first ${mostFiles} were read`,
    place: { file: 'tureen.yaml' },
    help: 'List what is no part of the product under `ignore` in tureen.yaml.',
  };
}
