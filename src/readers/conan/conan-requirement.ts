import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ConanReference } from './conan-reference.ts';

/** What a conanfile asks for, and what of it could not be read. */
export type Conanfile = {
  readonly requirements: readonly ConanRequirement[];
  readonly diagnostics: readonly Diagnostic[];
};

/** A reference with the word it is asked for by, such as `tool_requires`. */
export type ConanRequirement = { readonly reference: ConanReference; readonly word: string; readonly line: number };
