import { decodeAnyText } from '../../base/decode-text.ts';
import { globs } from '../../base/paths/glob.ts';
import { licenceDetector } from '../../licences/detect-licences.ts';
import { plainText } from '../../licences/plain-text.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LicenceFile, LicenceFiles } from '../../model/licences/licence-files.ts';
import type { LicenceReading } from '../../model/licences/detected-licence.ts';
import type { Host } from '../host.ts';
import type { SaidOfFiles } from '../inventory/take-inventory.ts';
import { archivedTexts, licencedArchives, type ArchivedText } from './archived-texts.ts';
import { askAboutTexts } from './ask-about-texts.ts';
import { installedFacts } from './installed-facts.ts';
import { licenceFileKind } from './licence-file-names.ts';
import { openGround, type Ground } from './open-ground.ts';
import { ownersOf } from './owner-of-file.ts';
import { shareCopyright } from './share-copyright.ts';
import { noText, tooLarge, tooMany } from './text-problems.ts';

/** The licence files that were found, and the questions that their texts leave to a person. */
export type FoundLicenceFiles = { readonly licenceFiles: LicenceFiles; readonly diagnostics: readonly Diagnostic[] };

/** What is larger holds more than licences, and more files than this are no product. */
const largestBytes = 2 ** 20;
const mostFiles = 20_000;

/**
 * Looks for licence files in the folder of the product, in the packages that are installed in it and in its images, reads
 * what they say, and joins them with the components.
 */
export async function findLicenceFiles(
  host: Host,
  said: SaidOfFiles,
  components: readonly Component[],
): Promise<FoundLicenceFiles> {
  const ground = await openGround(host, said);
  try {
    const found = await lookInto(ground, globs(said.ignore ?? []), components);
    return { ...found, diagnostics: [...found.diagnostics, ...askAboutTexts(found.licenceFiles, components)] };
  } finally {
    ground.close();
  }
}

async function lookInto(
  ground: Ground,
  isIgnored: (path: string) => boolean,
  components: readonly Component[],
): Promise<FoundLicenceFiles> {
  const found: Finding = { of: new Map(), others: [], diagnostics: [], detect: licenceDetector() };
  const files = ground.files.filter(({ path }) => !isIgnored(path));
  const wanted = files.filter(({ path }) => licenceFileKind(path) !== undefined);
  const readText = async (path: string) => decoded(await ground.read(path));
  const owners = ownersOf(components, {
    readText,
    paths: files.map(({ path }) => path),
    rootOf: ground.rootOf,
  });
  if (wanted.length > mostFiles) found.diagnostics.push(tooMany(wanted.length, mostFiles));
  for (const { path, bytes } of wanted.slice(0, mostFiles)) {
    const purls = await owners(path);
    if (purls.length === 0 && isForeign(path, ground.rootOf(path))) continue;
    take(found, { path, bytes, content: bytes > largestBytes ? undefined : await ground.read(path) }, purls);
  }
  for (const { file, owners: purls } of licencedArchives(files, components)) {
    const { texts, diagnostics } = await archivedTexts(file, ground.read, largestBytes);
    for (const each of diagnostics) found.diagnostics.push(each);
    for (const text of texts) take(found, text, purls);
  }
  shareCopyright(found.of, components);
  const installed = await installedFacts({ ...ground, files }, owners, readText);
  return {
    licenceFiles: { kind: 'looked', of: found.of, others: found.others, installed },
    diagnostics: found.diagnostics,
  };
}

/** What was found so far, and what detects licences in texts that come again and again. */
type Finding = {
  readonly of: Map<string, LicenceFile[]>;
  readonly others: LicenceFile[];
  readonly diagnostics: Diagnostic[];
  readonly detect: (text: string) => LicenceReading;
};

function take(found: Finding, { path, bytes, content }: ArchivedText, owners: readonly string[]): void {
  if (bytes > largestBytes) {
    found.diagnostics.push(tooLarge(path, bytes));
    return;
  }
  if (content === undefined) return;
  const text = decoded(content);
  if (text === undefined) {
    found.diagnostics.push(noText(path));
    return;
  }
  const plain = plainText(text);
  const file: LicenceFile = { path, kind: licenceFileKind(path) ?? 'licence', text: plain, ...found.detect(plain) };
  if (owners.length === 0) found.others.push(file);
  for (const purl of owners) {
    const files = found.of.get(purl);
    if (files === undefined) found.of.set(purl, [file]);
    else files.push(file);
  }
}

/**
 * A file that no component owns: of an installed package that is none of the inventory, left over from another state of the
 * product, or a part of a system and not of what was put into it.
 */
function isForeign(path: string, root: string | undefined): boolean {
  if (/(?:^|\/)(?:node_modules|site-packages|dist-packages)\/|(?:^|\/)usr\/share\/doc\//.test(path)) return true;
  if (/(?:^|\/)(?:pkg\/mod|registry\/src|\.nuget\/packages|\.pub-cache\/hosted)\//.test(path)) return true;
  return root !== undefined && /^(?:usr|lib|lib64|var|etc|bin|sbin|boot)\//.test(path.slice(root.length));
}

function decoded(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : decodeAnyText(bytes)?.replace(/\r\n?/g, '\n');
}
