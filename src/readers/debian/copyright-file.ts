import type { LicenceStatement } from '../../model/component.ts';
import { isPackageName } from './package-name.ts';

/** Where the copyright file of a package lies (Debian policy, 12.5), below the root of the system. */
export function copyrightPath(root: string, name: string): string {
  return `${root}usr/share/doc/${name}/copyright`;
}

/** The copyright files of packages; what is no name of a package has none. */
export function copyrightPaths(root: string, packages: readonly { readonly name: string }[]): readonly string[] {
  return packages.flatMap(({ name }) => (isPackageName(name) ? [copyrightPath(root, name)] : []));
}

/**
 * The licences that a machine-readable copyright file (DEP-5, copyright-format 1.0) states for files, each once, as it spells
 * them; those in the header count where no files are named. A copyright file of free form states none that could be told.
 */
export function statedInCopyright(text: string, file: string): readonly LicenceStatement[] {
  if (!/^\s*Format(?:-Specification)?:/i.test(text)) return [];
  const ofFiles = new Map<string, LicenceStatement>();
  const ofHeader = new Map<string, LicenceStatement>();
  let paragraph = { isFirst: true, isOfFiles: false };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') paragraph = { isFirst: false, isOfFiles: false };
    if (/^Files:/i.test(line)) paragraph = { ...paragraph, isOfFiles: true };
    const [, name = ''] = /^License:\s*(.*)$/is.exec(line) ?? [];
    if (name.trim() === '' || !(paragraph.isFirst || paragraph.isOfFiles)) continue;
    const kept = paragraph.isOfFiles ? ofFiles : ofHeader;
    if (!kept.has(name.trim())) kept.set(name.trim(), { expression: name.trim(), at: { file, line: index + 1 } });
  }
  return [...(ofFiles.size > 0 ? ofFiles : ofHeader).values()];
}
