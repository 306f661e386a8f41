import type { Conanfile } from './conan-requirement.ts';
import { readRecipe } from './conanfile-py.ts';
import { readRequirementLists } from './conanfile-txt.ts';

/** Reads a conanfile.txt, or the literals of a conanfile.py. */
export function readConanfile(path: string, text: string): Conanfile {
  return path.endsWith('.py') ? readRecipe(path, text) : readRequirementLists(path, text);
}
