import { childText, parseXml, type XmlElement, type XmlSyntax } from '../../base/formats/xml.ts';

/** What a project file of MSBuild, or one that projects import, says of packages and of itself. */
export type MsbuildFile = {
  /** Properties that it sets, once and without a condition; what depends on a condition is not known. */
  readonly properties: ReadonlyMap<string, string>;
  readonly references: readonly PackageItem[];
  /** Versions for references of a whole repository, from `PackageVersion`. */
  readonly versions: readonly PackageItem[];
};

/** A package that MSBuild is told of: an item with its metadata. */
export type PackageItem = {
  readonly name: string;
  readonly version: string | undefined;
  /** Which of the package's files go on to who uses the project, are taken, or are left out. */
  readonly privateAssets: string | undefined;
  readonly includeAssets: string | undefined;
  readonly excludeAssets: string | undefined;
  readonly line: number;
};

/** Reads a project file, or a file of properties or targets. */
export function parseMsbuildFile(text: string): MsbuildFile | XmlSyntax {
  const root = parseXml(text);
  if ('message' in root) return root;
  if (root.name !== 'Project')
    return { message: `its root is <${root.name.slice(0, 40)}>, not <Project>`, at: root.at };
  const descendants = withDescendants(root);
  return {
    properties: propertiesIn(descendants),
    references: itemsIn(descendants, ['PackageReference', 'GlobalPackageReference']),
    versions: itemsIn(descendants, ['PackageVersion']),
  };
}

/** The text with `$(Name)` put in, values inside of values too; `undefined` where one is not known, or grows without end. */
export function expandProperties(text: string, files: readonly MsbuildFile[]): string | undefined {
  let left = mostReferences;
  const expand = (written: string, above: readonly string[]): string | undefined => {
    if (!written.includes('$(')) return written;
    if (written.length > longest || above.length > 10) return undefined;
    const pieces = written.split(/(\$\([A-Za-z_][\w.-]*\))/).map((piece) => {
      if (!piece.startsWith('$(')) return piece;
      const name = piece.slice(2, -1).toLowerCase();
      const value = files.map(({ properties }) => properties.get(name)).find((one) => one !== undefined);
      return value === undefined || above.includes(name) || left-- <= 0 ? undefined : expand(value, [...above, name]);
    });
    return pieces.includes(undefined) ? undefined : pieces.join('');
  };
  return expand(text, []);
}

/** Longer than any name or version, and more values than any is made of. */
const longest = 1000;
const mostReferences = 1000;

/** An element, and whether it counts only when a condition of it or above it holds. */
type Descendant = { readonly element: XmlElement; readonly isConditional: boolean };

function withDescendants(root: XmlElement): readonly Descendant[] {
  const found: Descendant[] = [{ element: root, isConditional: false }];
  for (const above of found) {
    for (const element of above.element.children) {
      const isConditional = above.isConditional || 'Condition' in element.attributes || conditions.has(element.name);
      found.push({ element, isConditional });
    }
  }
  return found;
}

const conditions = new Set(['When', 'Otherwise', 'Target']);

function propertiesIn(descendants: readonly Descendant[]): ReadonlyMap<string, string> {
  const groups = new Set(descendants.map(({ element }) => element).filter(({ name }) => name === 'PropertyGroup'));
  const inGroups = new Set([...groups].flatMap(({ children }) => children));
  const values = new Map<string, string | undefined>();
  for (const { element, isConditional } of descendants.filter((one) => inGroups.has(one.element))) {
    const key = element.name.toLowerCase();
    const text = element.text.trim();
    const isOpen = isConditional || (values.has(key) && values.get(key) !== text);
    values.set(key, isOpen ? undefined : text);
  }
  return new Map([...values].flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

/** What is included, as often as it is, for conditions choose; what `Update` says is added to all items of its name. */
function itemsIn(descendants: readonly Descendant[], kinds: readonly string[]): PackageItem[] {
  const elements = descendants.map(({ element }) => element).filter(({ name }) => kinds.includes(name));
  const updates = Map.groupBy(
    elements.flatMap((element) => namesIn(element.attributes['Update']).map((name) => ({ name, element }))),
    ({ name }) => name.toLowerCase(),
  );
  return elements.flatMap((element) =>
    namesIn(element.attributes['Include']).map((name) => {
      const sayings = [
        element,
        ...(updates.get(name.toLowerCase()) ?? []).map((update) => update.element),
      ].toReversed();
      const said = (key: string) => sayings.map((one) => metadata(one, key)).find((value) => value !== undefined);
      const isGlobal = element.name === 'GlobalPackageReference';
      return {
        name,
        version: said('VersionOverride') ?? said('Version'),
        privateAssets: said('PrivateAssets') ?? (isGlobal ? 'All' : undefined),
        includeAssets: said('IncludeAssets'),
        excludeAssets: said('ExcludeAssets'),
        line: element.at.line,
      };
    }),
  );
}

function namesIn(list: string | undefined): readonly string[] {
  return (list ?? '').split(';').flatMap((name) => name.trim() || []);
}

/** Metadata stands in an attribute or in an element, as the author likes. */
function metadata(element: XmlElement, key: string): string | undefined {
  return element.attributes[key]?.trim() || childText(element, key);
}
