import { quote } from '../../base/quote.ts';
import { readReplacement, type GoReplacement } from './go-replacements.ts';

/** A module that vendor/modules.txt lists. */
export type VendoredModule = {
  readonly module: string;
  readonly version: string;
  readonly replacement: GoReplacement | undefined;
  /** A go.mod of the product asks for it; `undefined` before Go 1.14, which did not write it down. */
  readonly explicit: boolean | undefined;
  /** How many of its packages were copied. */
  readonly packages: number;
  readonly line: number;
};

/** The modules of a vendor/modules.txt, or what is wrong with it. */
export type VendoredModules =
  | { readonly modules: readonly VendoredModule[] }
  | { readonly message: string; readonly line: number };

/** Reads vendor/modules.txt: a heading `# <module> <version>` for each module, below it `## …` notes and its packages. */
export function parseVendoredModules(text: string): VendoredModules {
  if (text.trim() === '') return { message: 'the file is empty', line: 1 };
  const found: { -readonly [key in keyof VendoredModule]: VendoredModule[key] }[] = [];
  let marked = false;
  for (const [index, written] of text.split('\n').entries()) {
    const line = index + 1;
    const words = written.split(/\s+/).filter((word) => word !== '');
    const current = found.at(-1);
    if (words[0] === '#') {
      const heading = readHeading(words.slice(1));
      if (heading === undefined) return { message: `${quote(written)} names no module`, line };
      found.push({ ...heading, explicit: undefined, packages: 0, line });
    } else if (words[0] === '##') {
      marked = true;
      if (current !== undefined && /^explicit(?:;|$)/.test(words[1] ?? '')) current.explicit = true;
    } else if (words.length === 1 && current !== undefined) current.packages++;
    else if (words.length > 0) return { message: `${quote(written)} is no line of this format`, line };
  }
  return {
    modules: builtModules(found).map((module) => ({
      ...module,
      explicit: marked ? module.explicit === true : undefined,
    })),
  };
}

/**
 * Leaves out what no build takes: the replacements at the end of the file that were made for no module, and in a list
 * for a workspace the versions that another one outdid, of which no package was copied.
 */
function builtModules(found: readonly VendoredModule[]): readonly VendoredModule[] {
  const copied = new Set(found.filter(({ packages }) => packages > 0).map(({ module }) => module));
  return found.filter(
    ({ module, version, explicit, packages }) =>
      packages > 0 || (explicit === true && version !== '' && !copied.has(module)),
  );
}

function readHeading(words: readonly string[]): Pick<VendoredModule, 'module' | 'version' | 'replacement'> | undefined {
  const arrow = words.indexOf('=>');
  const { target } = readReplacement(words);
  const [module, version = '', ...more] = arrow === -1 ? words : words.slice(0, arrow);
  if (module === undefined || more.length > 0) return undefined;
  if (arrow === -1) return version === '' ? undefined : { module, version, replacement: undefined };
  return target === undefined ? undefined : { module, version, replacement: target };
}
