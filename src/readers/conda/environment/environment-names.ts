import { readStatement } from '../../python/requirement/requirement.ts';
import { readEnvironment } from './environment.ts';

/** The packages that environment files ask for, by the manager that is to bring them. */
export type EnvironmentNames = {
  readonly conda: ReadonlySet<string>;
  readonly pip: ReadonlySet<string>;
  /** All of the files are there and name everything themselves. */
  readonly complete: boolean;
};

/** Collects the names from the environment files among the sources of a lockfile. */
export function namesInEnvironments(sources: readonly string[], opened: ReadonlyMap<string, string>): EnvironmentNames {
  const conda = new Set<string>();
  const pip = new Set<string>();
  let complete = sources.length > 0;
  for (const source of sources) {
    const text = opened.get(source);
    const environment = text === undefined ? [] : readEnvironment(source, text);
    if (!('packages' in environment)) {
      complete = false;
      continue;
    }
    for (const { name } of environment.packages) conda.add(name);
    for (const requirement of environment.pip) {
      const statement = readStatement(requirement.text);
      if (statement.kind === 'requirement') pip.add(statement.name);
      else if (statement.kind !== 'setting') complete = false;
    }
  }
  return { conda, pip, complete };
}
