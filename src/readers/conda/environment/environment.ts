import { z } from 'zod';
import { quote } from '../../../base/quote.ts';
import { entryProblem, syntaxProblem } from '../../../base/reading.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import { parseYaml } from '../../../base/formats/yaml/yaml.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { readMatchSpec, type MatchSpec } from '../match-spec.ts';

/** What a conda environment file asks for. */
export type Environment = {
  readonly packages: readonly (MatchSpec & { readonly line: number })[];
  /** The lines of its `pip` section, as in a requirements file. */
  readonly pip: readonly { readonly text: string; readonly line: number }[];
  /** The category that conda-lock gives to all of it, such as `dev`. */
  readonly category: { readonly name: string; readonly line: number } | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads an environment.yml of conda; diagnostics instead when it is none. */
export function readEnvironment(file: string, text: string): Environment | readonly Diagnostic[] {
  const yaml = parseYaml(text);
  if (yaml.problems.length > 0)
    return yaml.problems.slice(0, 5).map(({ message, help, at }) => ({ ...syntaxProblem(file, message, at), help }));
  const checked = checkSchema(environmentSchema, yaml.value);
  if (!checked.ok) return [noEnvironment(file)];
  const lineOf = (...keyPath: readonly (string | number)[]) => yaml.placeOf(keyPath).line;
  const packages: (MatchSpec & { readonly line: number })[] = [];
  const pip: { readonly text: string; readonly line: number }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, entry] of checked.value.dependencies.entries()) {
    const line = lineOf('dependencies', index);
    const spec = typeof entry === 'string' ? readMatchSpec(entry) : undefined;
    const list = checkSchema(pipSchema, entry);
    if (spec !== undefined) packages.push({ ...spec, line });
    else if (list.ok) {
      for (const [place, requirement] of (list.value.pip ?? []).entries())
        pip.push({ text: requirement, line: lineOf('dependencies', index, 'pip', place) });
    } else {
      const shown = quote(typeof entry === 'string' ? entry : JSON.stringify(entry));
      diagnostics.push(entryProblem({ file, line }, `${shown} is no package`, help));
    }
  }
  const { category } = checked.value;
  return {
    packages,
    pip,
    category: category === undefined ? undefined : { name: category, line: lineOf('category') },
    diagnostics,
  };
}

const environmentSchema = z.looseObject({
  dependencies: z
    .array(z.unknown())
    .nullable()
    .transform((list) => list ?? []),
  category: z.string().optional(),
});

const pipSchema = z.strictObject({ pip: z.array(z.string()).nullable() });

const help = 'Write it as conda does, such as name=1.2.3=build, or as a list under pip.';

function noEnvironment(file: string): Diagnostic {
  return {
    ...syntaxProblem(file, 'it has no list "dependencies", as an environment of conda has', { line: 1 }),
    help: 'If it is no environment of conda, list it under `ignore` in tureen.yaml.',
  };
}
