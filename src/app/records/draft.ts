import type { SafetyClass } from '../../model/clause.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { itemFile } from '../../records/scaffolds/file-name.ts';
import { loadRecords } from '../../records/load.ts';
import { scaffoldItem } from '../../records/scaffolds/scaffold-item.ts';
import { describeItem } from './describe-item.ts';
import { findSubjects, namedSubjects, stillOpen, type LeftPackage } from './find-subjects.ts';
import type { Host } from '../host.ts';
import { openWhole } from './open-whole.ts';

/** Which records to draft, and how deep. */
export type DraftOptions = {
  /** Package URLs, or names, of packages that get a record of their own even if another covers them; without it, every package that needs one. */
  readonly packages?: readonly string[];
  /** Instead of the class of the software items that use the package. */
  readonly class?: SafetyClass;
};

/** The records that were written, by file, and the packages that got none, each with its reason. */
export type Drafts = {
  readonly written: readonly { readonly file: string; readonly soup: string }[];
  readonly left: readonly LeftPackage[];
  /** What could not be read of the inventory: packages in it got no draft. */
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Writes drafts of records for packages that no record accounts for, all or none; an existing record is never touched, and
 * a second run writes nothing. Throws `UsageError` when a record cannot be read, for it may be about such a package.
 */
export async function draft(host: Host, { packages, class: asked }: DraftOptions = {}): Promise<Drafts> {
  const { dossier, diagnostics } = await openWhole(host);
  const { subjects, left } =
    packages === undefined ? { subjects: findSubjects(dossier), left: [] } : namedSubjects(dossier, packages);
  const { files } = await host.files.list();
  const taken = new Set(files.map(({ path }) => path.toLowerCase()));
  const drafts = subjects.map((subject) => {
    const file = itemFile(subject.soup, (path) => taken.has(path));
    taken.add(file);
    return { file, soup: subject.soup, text: scaffoldItem(describeItem(subject, dossier, asked)) };
  });
  await host.files.edit(drafts.map(({ file, text }) => ({ path: file, text, before: undefined })));
  const { items } = loadRecords(new Map(drafts.map(({ file, text }) => [file, text])));
  return {
    written: drafts.map(({ file, soup }) => ({ file, soup })),
    diagnostics,
    left: [...left, ...(packages === undefined ? stillOpen(dossier, items) : [])],
  };
}
