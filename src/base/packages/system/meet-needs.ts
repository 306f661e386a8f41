/** An installed package, as far as it matters to what needs what: bare names, without bounds of versions. */
export type Needing = {
  readonly name: string;
  readonly needs: readonly string[];
  readonly provides: readonly string[];
};

/** What meets the needs of a package among those that are installed, and which of its needs nothing meets. */
export type MetNeeds<T> = { readonly needed: readonly T[]; readonly unmet: readonly string[] };

/**
 * Prepares the search for what meets a need: the package of that name, or the first that provides it. What a package
 * provides itself makes no edge.
 */
export function needsMeeter<T extends Needing>(installed: readonly T[]): (from: T) => MetNeeds<T> {
  const providers = new Map<string, T>();
  for (const one of installed) if (!providers.has(one.name)) providers.set(one.name, one);
  for (const one of installed) for (const name of one.provides) if (!providers.has(name)) providers.set(name, one);
  return (from) => {
    const own = new Set([from.name, ...from.provides]);
    const wanted = from.needs.filter((name) => !own.has(name));
    return {
      needed: [...new Set(wanted.flatMap((name) => providers.get(name) ?? []))],
      unmet: wanted.filter((name) => !providers.has(name)),
    };
  };
}
