import { purlTypes } from '../../base/packages/purl-types.ts';

/** Package URL types that a word of people may mean; `undefined` for a word that narrows nothing down. */
export function ecosystemTypes(word: string | undefined): readonly string[] | undefined {
  const plain = word?.trim().toLowerCase();
  if (plain === undefined) return undefined;
  return meanings.get(plain) ?? (purlTypes.has(plain) ? [plain] : undefined);
}

const meanings: ReadonlyMap<string, readonly string[]> = new Map(
  [
    { words: ['node', 'node.js', 'nodejs', 'javascript', 'typescript', 'js', 'ts', 'yarn', 'pnpm'], types: ['npm'] },
    { words: ['python', 'pip', 'pipenv', 'poetry'], types: ['pypi', 'conda'] },
    { words: ['java', 'kotlin', 'gradle'], types: ['maven'] },
    { words: ['c#', '.net', 'dotnet', 'c# / .net'], types: ['nuget'] },
    { words: ['rust', 'crates'], types: ['cargo'] },
    { words: ['go'], types: ['golang'] },
    { words: ['ruby', 'rubygems', 'bundler'], types: ['gem'] },
    { words: ['php'], types: ['composer'] },
    { words: ['swift', 'objective-c', 'ios'], types: ['swift', 'cocoapods'] },
    { words: ['dart', 'flutter'], types: ['pub'] },
    { words: ['debian', 'ubuntu', 'apt', 'dpkg'], types: ['deb'] },
  ].flatMap(({ words, types }) => words.map((word) => [word, types] as const)),
);
