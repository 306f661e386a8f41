import type { CmakeArgument } from './cmake-syntax.ts';
import type { Resolved } from './cmake-variables.ts';

/** The options of a call that fetches something, by keyword; one that takes a list has several values. */
export type FetchOptions = ReadonlyMap<string, readonly Resolved[]>;

/** Sorts arguments by the keyword in front of them. A keyword is a word in capitals, unless it stands where a value must. */
export function fetchOptions(
  all: readonly CmakeArgument[],
  resolve: (argument: CmakeArgument) => Resolved,
): FetchOptions {
  const options = new Map<string, Resolved[]>();
  let open: Resolved[] | undefined;
  let isDue = false;
  for (const argument of all) {
    const isKeyword = argument.kind === 'plain' && /^[A-Z][A-Z0-9_]+$/.test(argument.text);
    if (isKeyword && !isDue) {
      open = options.get(argument.text) ?? [];
      options.set(argument.text, open);
      isDue = valued.has(argument.text);
    } else {
      open?.push(resolve(argument));
      isDue = false;
    }
  }
  return options;
}

/** Keywords that take just one value, which may be in capitals too. */
const valued = new Set(
  `NAME URI VERSION URL_HASH URL_MD5 GIT_REPOSITORY GIT_TAG SVN_REPOSITORY SVN_REVISION HG_REPOSITORY HG_TAG CVS_REPOSITORY
  CVS_MODULE CVS_TAG SOURCE_DIR BINARY_DIR PREFIX SOURCE_SUBDIR GITHUB_REPOSITORY GITLAB_REPOSITORY BITBUCKET_REPOSITORY`.split(
    /\s+/,
  ),
);
