import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { parseReference } from './conan-reference.ts';
import { scopeOfRequirement } from './requirement-words.ts';
import type { Conanfile, ConanRequirement } from './conan-requirement.ts';

/** Reads the lists of requirements in a conanfile.txt; its other sections ask for no package. */
export function readRequirementLists(file: string, text: string): Conanfile {
  const requirements: ConanRequirement[] = [];
  const diagnostics: Diagnostic[] = [];
  let word = '';
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const written = content.replace(/(?:^|\s)#.*$/, '').trim();
    const section = /^\[([A-Za-z_.]+)\]$/.exec(written)?.[1];
    if (section !== undefined) word = section;
    if (section !== undefined || written === '' || !scopeOfRequirement.has(word)) continue;
    const reference = parseReference(written);
    if (reference !== undefined) requirements.push({ reference, word, line });
    else diagnostics.push(entryProblem({ file, line }, `${quote(written)} is no reference of Conan`, help));
  }
  return { requirements, diagnostics };
}

const help = 'Write it as name/version, or name/[>=1.2 <2] for a range.';
