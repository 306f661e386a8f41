/** What the registered definition of a package URL type asks beyond the general rules (ECMA-427, 5.7). */
export type PurlType = {
  /**
   * Whether there is a namespace. `vendor` is one that names who distributes the package: its definition requires it,
   * but who reads an installed package may not know it, and the name is whole without it.
   */
  readonly namespace: 'required' | 'optional' | 'forbidden' | 'vendor';
  /** How parts are spelt in canonical form; a part that is not named keeps its spelling. */
  readonly spelling?: Readonly<Partial<Record<'namespace' | 'name' | 'version' | 'subpath', Spelling>>>;
  /** What the parts have to look like, once spelt. */
  readonly permitted?: Readonly<Partial<Record<'name' | 'version', RegExp>>>;
  /** Which slash of the path parts namespace from name: the last one, unless it says otherwise. */
  readonly border?: 'first';
};

/** Spells a part; some types let a qualifier decide. */
export type Spelling = (text: string, qualifiers: Qualifiers) => string;

type Qualifiers = Readonly<Record<string, string | undefined>> | undefined;

const lower: Spelling = (text) => text.toLowerCase();
const upper: Spelling = (text) => text.toUpperCase();
const dashed: Spelling = (text) => text.replaceAll('_', '-');
const lowerDashed: Spelling = (text) => text.toLowerCase().replaceAll('_', '-');
const lowerUnderscored: Spelling = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '_');

/** Databricks compares names of models without case, other servers with it. */
const lowerAtDatabricks: Spelling = (text, qualifiers) =>
  /^(?:https?:\/\/)?[a-z0-9.-]*databricks\.(?:com|net)\b/i.test(qualifiers?.['repository_url'] ?? '')
    ? text.toLowerCase()
    : text;

/**
 * The types with rules of their own, as registered in August 2026; `generic`, `swid` and unregistered types have none.
 * Less is asked than the definitions do where real packages would be lost: Go's `stdlib` and the oldest models of Hugging
 * Face have no namespace, and a package without its version is written without the qualifiers that some types require.
 */
export const purlTypes: ReadonlyMap<string, PurlType> = new Map<string, PurlType>([
  ['alpm', { namespace: 'vendor', spelling: { namespace: lower, name: lower } }],
  ['apk', { namespace: 'vendor', spelling: { namespace: lower, name: lower } }],
  ['bazel', { namespace: 'forbidden' }],
  ['bitbucket', { namespace: 'required', spelling: { namespace: lower, name: lower } }],
  ['bitnami', { namespace: 'forbidden', spelling: { name: lower } }],
  ['brew', { namespace: 'optional', spelling: { namespace: lower, name: lower } }],
  ['cargo', { namespace: 'forbidden' }],
  [
    'chrome-extension',
    {
      namespace: 'forbidden',
      spelling: { name: lower },
      permitted: { name: /^[a-p]{32}$/, version: /^\d+(?:\.\d+){0,3}$/ },
    },
  ],
  ['cocoapods', { namespace: 'forbidden' }],
  ['composer', { namespace: 'required', spelling: { namespace: lower, name: lower } }],
  ['conan', { namespace: 'optional' }],
  ['conda', { namespace: 'forbidden' }],
  ['cpan', { namespace: 'optional', spelling: { namespace: upper }, permitted: { name: /^(?!.*::)/s } }],
  ['cran', { namespace: 'forbidden' }],
  ['deb', { namespace: 'vendor', spelling: { namespace: lower, name: lower } }],
  ['docker', { namespace: 'optional' }],
  ['gem', { namespace: 'forbidden' }],
  ['git', { namespace: 'required', border: 'first' }],
  ['github', { namespace: 'required', spelling: { namespace: lower, name: lower } }],
  ['golang', { namespace: 'optional' }],
  ['hackage', { namespace: 'forbidden', spelling: { name: dashed } }],
  ['hex', { namespace: 'optional', spelling: { namespace: lower, name: lower } }],
  ['huggingface', { namespace: 'optional', spelling: { version: lower } }],
  ['julia', { namespace: 'forbidden' }],
  ['luarocks', { namespace: 'optional', spelling: { namespace: lower, name: lower } }],
  ['maven', { namespace: 'required' }],
  ['mlflow', { namespace: 'forbidden', spelling: { name: lowerAtDatabricks } }],
  ['npm', { namespace: 'optional' }],
  ['nuget', { namespace: 'forbidden' }],
  ['oci', { namespace: 'forbidden', spelling: { name: lower, version: lower } }],
  ['opam', { namespace: 'forbidden' }],
  ['otp', { namespace: 'forbidden', spelling: { name: lower, subpath: lower } }],
  ['pub', { namespace: 'forbidden', spelling: { name: lowerUnderscored } }],
  ['pypi', { namespace: 'forbidden', spelling: { name: lowerDashed, version: lower } }],
  ['qpkg', { namespace: 'vendor', spelling: { namespace: lower } }],
  ['rpm', { namespace: 'vendor', spelling: { namespace: lower } }],
  ['swift', { namespace: 'required' }],
  ['vcpkg', { namespace: 'forbidden' }],
  ['vscode-extension', { namespace: 'required', spelling: { namespace: lower, name: lower, version: lower } }],
  ['yocto', { namespace: 'optional', spelling: { namespace: lower } }],
]);
