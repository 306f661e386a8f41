import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { yoctoComponent, type YoctoPackage } from './yocto-component.ts';

/**
 * Reads the licence manifests of an image of Yocto: `license.manifest` for the packages that are installed in it, and
 * `image_license.manifest` for the recipes whose files lie beside it, such as kernel and boot loader.
 */
export const yoctoLicenseManifest: Reader = {
  name: 'yocto-license-manifest',
  title: 'Yocto license.manifest and image_license.manifest',
  capabilities: { scope: true, graph: false, hashes: false, licence: true, direct: false },
  read: ({ path, text }) => {
    const paragraphs = paragraphsIn(text);
    if ('message' in paragraphs) return unreadable(syntaxProblem(path, paragraphs.message, { line: paragraphs.line }));
    const packages = paragraphs.rows.map((fields) => packageOf(fields, path));
    if (packages.every((one) => one === undefined))
      return unreadable(
        syntaxProblem(path, 'no paragraph of it has a line "PACKAGE NAME" or "RECIPE NAME"', { line: 1 }),
      );
    return {
      components: packages.flatMap((one) => (one === undefined ? [] : [yoctoComponent(one)])),
      graph: 'none',
      diagnostics: packages.flatMap((one, index) =>
        problemsOf(one, { file: path, line: lineOf(paragraphs.rows[index]) }),
      ),
    };
  },
};

type Field = { readonly value: string; readonly line: number };
type Fields = ReadonlyMap<string, Field>;

function paragraphsIn(
  text: string,
): { readonly rows: readonly Fields[] } | { readonly message: string; readonly line: number } {
  if (text.trim() === '') return { message: 'the file is empty', line: 1 };
  const rows: Map<string, Field>[] = [];
  let open: Map<string, Field> | undefined;
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    if (content.trim() === '') open = undefined;
    else {
      const [, name, value = ''] = /^([A-Z][A-Z ]*):(.*)$/.exec(content) ?? [];
      if (name === undefined) return { message: `${quote(content)} is no line such as "LICENSE: MIT"`, line };
      if (open === undefined) rows.push((open = new Map()));
      open.set(name, { value: value.trim(), line });
    }
  }
  return { rows };
}

function packageOf(fields: Fields, file: string): YoctoPackage | undefined {
  const value = (name: string) => fields.get(name)?.value || undefined;
  const name = value('PACKAGE NAME');
  const recipe = value('RECIPE NAME');
  const at = { file, line: lineOf(fields) };
  const licence = value('LICENSE');
  if (name !== undefined) {
    const version = value('PACKAGE VERSION');
    const source = recipe === undefined || version === undefined ? undefined : { name: recipe, version };
    const reason = 'license.manifest lists what is installed in the image';
    return { kind: 'package', name, version, licence, source, scope: 'runtime', reason, at };
  }
  if (recipe === undefined) return undefined;
  const reason = 'image_license.manifest lists what is deployed with the image';
  return { kind: 'recipe', name: recipe, version: value('VERSION'), licence, scope: 'runtime', reason, at };
}

function lineOf(fields: Fields | undefined): number {
  return [...(fields?.values() ?? [])][0]?.line ?? 1;
}

function problemsOf(one: YoctoPackage | undefined, at: { readonly file: string; readonly line: number }): Diagnostic[] {
  const help = 'Let bitbake make the image and its licence manifest anew.';
  if (one === undefined) return [entryProblem(at, 'this paragraph names no package', help)];
  return one.version === undefined ? [entryProblem(at, `${quote(one.name)} has no version`, help)] : [];
}
