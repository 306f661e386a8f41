import { UsageError } from '../../base/errors.ts';
import { counted } from '../../base/counted.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DetectedIn } from './detected-in.ts';

/** The licence texts that lie in a product: those of components, those that belong to none, and what they ask a person. */
export type ListedTexts = {
  readonly components: readonly { readonly component: string; readonly files: readonly DetectedIn[] }[];
  /** Components that ship and of which no licence file was found. */
  readonly without: readonly string[];
  /** Files that belong to no component: copied code, and the product's own. */
  readonly others: readonly DetectedIn[];
  readonly questions: readonly Diagnostic[];
};

/** Lists the licence texts of the product's files, installed packages and images. Throws `UsageError`. */
export async function listTexts(host: Host): Promise<ListedTexts> {
  const { dossier, diagnostics } = await openDossier(host, { licences: true });
  if (dossier === undefined)
    throw new UsageError(
      'the records cannot be loaded',
      `Run \`tureen check\` and mend what it shows first: ${counted(diagnostics.length, 'problem')}.`,
    );
  const { entries, licenceFiles } = dossier;
  const of = licenceFiles.kind === 'looked' ? licenceFiles.of : new Map<string, never>();
  const others = licenceFiles.kind === 'looked' ? licenceFiles.others : [];
  const shipped = entries.filter(({ account }) => account.kind !== 'tool' && account.kind !== 'first-party');
  const purls = [...new Set(entries.map(({ component }) => component.purl))].filter((purl) => of.has(purl));
  return {
    components: purls.toSorted().map((purl) => ({
      component: purl,
      files: (of.get(purl) ?? []).map(({ path, detected }) => ({ file: path, licences: detected })),
    })),
    without: [...new Set(shipped.map(({ component }) => component.purl).filter((purl) => !of.has(purl)))].toSorted(),
    others: others.map(({ path, detected }) => ({ file: path, licences: detected })),
    questions: diagnostics.filter(({ rule }) => rule.startsWith('licences/')),
  };
}
