/** A dotted or slashed name and the names above it, the longest first, each alone in its group. */
export function prefixesOf(name: string, separator: string): readonly (readonly string[])[] {
  const steps = name.split(separator).slice(0, mostSteps);
  return steps.map((_, index) => [steps.slice(0, steps.length - index).join(separator)]);
}

/** No real name is deeper. */
const mostSteps = 12;
