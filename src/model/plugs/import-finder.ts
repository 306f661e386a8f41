/** Where a source file names a module of another package; offsets have become lines. */
export type FoundImport = {
  /** The module as the language writes it, such as `numpy.typing`, `@mui/material/Button` or `boost/asio.hpp`. */
  readonly module: string;
  readonly line: number;
  /** What is taken out of it by name, where the language tells and takes nothing else. */
  readonly names?: readonly string[];
  /** True where the compiler takes it for types alone, so that nothing of it executes. */
  readonly typesOnly?: true;
  /** True where the text looks like an import but may name something of the file's neighbours. */
  readonly byName?: true;
};

/** What one source file says of modules: those it imports, and those it declares itself, which are no package's. */
export type SourceImports = { readonly imports: readonly FoundImport[]; readonly declares?: readonly string[] };

/** What a language tells by the name of a module: the package itself, or a name that packages like to bear too. */
export type Naming = 'exact' | 'by-name';

/** A file beside the sources that gives modules other names, such as `tsconfig.json`, and what it says. */
export type ModuleHints = {
  readonly files: readonly string[];
  /** Whether it speaks for the sources below its folder, or for all. */
  readonly reach: 'below' | 'everywhere';
  /** Modules, each with the packages it means; without packages it is the product's own. A broken file says nothing. */
  readonly read: (path: string, text: string) => readonly ModuleHint[];
};

/** A module, or with a `*` at its end all modules that begin so, and the packages it means. */
export type ModuleHint = { readonly module: string; readonly packages: readonly string[] };

/**
 * A plug that finds imports in the sources of one language, by text alone, and says by which names their packages may
 * be known. It opens nothing; what is computed at run time it cannot see.
 */
export type ImportFinder = {
  /** Kebab-case and named as its file, such as `python`. */
  readonly name: string;
  readonly title: string;
  /** Globs of source files. */
  readonly files: readonly string[];
  /** Globs of source files that by the language's convention only test the product. */
  readonly tests: readonly string[];
  /** Globs of source files that by convention only build it. */
  readonly builds: readonly string[];
  /** The package URL types that the language imports from. */
  readonly types: readonly string[];
  readonly naming: Naming;
  readonly find: (text: string) => SourceImports;
  /**
   * The names by which the package of a module may be known, the likeliest first, and in one group those that are as
   * likely as one another; none for the language's own library.
   */
  readonly packagesOf: (module: string) => readonly (readonly string[])[];
  /** The name by which `packagesOf` knows a package of that name. */
  readonly keyOf: (packageName: string) => string;
  /** The modules that a file declares by its path alone; `tree` holds the paths of all files. */
  readonly declaredBy?: (path: string, tree: ReadonlySet<string>) => readonly string[];
  readonly hints?: ModuleHints | undefined;
};
