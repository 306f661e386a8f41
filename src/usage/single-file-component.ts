import type { ImportFinder } from '../model/plugs/import-finder.ts';
import { javascript } from './javascript.ts';
import { blanks } from './lexing/blank-out.ts';

/** Finds the imports in the scripts of Vue and Svelte components and of HTML pages. */
export const singleFileComponent: ImportFinder = {
  ...javascript,
  name: 'single-file-component',
  title: 'Vue, Svelte and HTML',
  files: ['**/*.vue', '**/*.svelte', '**/*.html'],
  hints: undefined,
  find: (text) => javascript.find(scriptsOf(text)),
};

/** The text with everything but its scripts blanked out, so that lines stay. */
function scriptsOf(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  const tag = /<script\b[^>]{0,2000}>|<\/script\s{0,20}>/gi;
  let inside = false;
  for (const { 0: found, index } of text.matchAll(tag)) {
    const piece = text.slice(at, index);
    pieces.push(inside ? piece : blanks(piece), blanks(found));
    inside = found[1] !== '/';
    at = index + found.length;
  }
  return pieces.join('') + blanks(text.slice(at));
}
