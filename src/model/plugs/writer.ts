import type { Document } from '../document.ts';

/** A plug that gives a document a look; it knows no SOUP. */
export type Writer = {
  /** Named as its file and as the format on the command line, such as `html`. */
  readonly name: string;
  readonly title: string;
  readonly extension: string;
  /** What the text is: the file itself, or Typst markup that the host sets as PDF. */
  readonly gives: 'file' | 'typst';
  readonly write: (document: Document) => string;
};
