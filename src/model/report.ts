import type { Document } from './document.ts';
import type { Dossier } from './dossier.ts';

/** A plug that turns the dossier into one document; it knows no format. */
export type Report = {
  /** Kebab-case and named as its file, such as `soup-list`. */
  readonly name: string;
  readonly title: string;
  /** Who reads it, and what for. */
  readonly purpose: string;
  readonly compose: (dossier: Dossier) => Document;
};
