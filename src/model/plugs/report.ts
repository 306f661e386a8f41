import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document.ts';
import type { Dossier } from '../dossier.ts';

/** A plug that turns the dossier into one document; it knows no format. */
export type Report = {
  /** Kebab-case and named as its file, such as `soup-list`. */
  readonly name: string;
  readonly title: string;
  /** Who reads it, and what for. */
  readonly purpose: string;
  /** What it reads beside the records and lockfiles, and other documents do not. */
  readonly reads?: 'licence-files' | 'imports';
  /** `diagnostics` is what the rules found in the dossier: a report asks for nothing that they do not. */
  readonly compose: (dossier: Dossier, diagnostics: readonly Diagnostic[]) => Document;
};
