/** Whether an entry for some target software can mean a package, never does, or does where that software is there, too. */
export type TargetFit = 'fits' | 'contradicts' | { readonly onlyWith: string };

/** Compares the target software of an entry with the type of a package, and with what a person confirmed. */
export function fitTarget(target: string, type: string, confirmed: string | undefined): TargetFit {
  if (target === '*' || target === '-' || target === confirmed) return 'fits';
  if (confirmed !== undefined) return 'contradicts';
  const types = languages.get(target);
  if (types === undefined || type === 'generic') return { onlyWith: target };
  return types.includes(type) ? 'fits' : 'contradicts';
}

/** Target software that is a language or what extends one product, with the package URL types that it can mean. */
const languages: ReadonlyMap<string, readonly string[]> = new Map([
  ['.net', ['nuget']],
  ['composer', ['composer']],
  ['drupal', ['composer']],
  ['gem', ['gem']],
  ['go', ['golang']],
  ['golang', ['golang']],
  ['gradle', ['maven']],
  ['java', ['maven']],
  ['jenkins', ['maven']],
  ['joomla!', ['composer']],
  ['maven', ['maven']],
  ['node.js', ['npm']],
  ['npm', ['npm']],
  ['nuget', ['nuget']],
  ['perl', ['cpan']],
  ['php', ['composer', 'pear']],
  ['pip', ['pypi']],
  ['pypi', ['pypi']],
  ['python', ['pypi']],
  ['ruby', ['gem']],
  ['rust', ['cargo']],
  ['wordpress', ['composer']],
]);
