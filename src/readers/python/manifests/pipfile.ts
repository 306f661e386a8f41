import { z } from 'zod';
import { entryProblem } from '../../../base/reading.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import { parseToml } from '../../../base/formats/toml.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { registryName } from '../pypi-package.ts';

/** The packages that a Pipfile asks for under any heading, in the form of PEP 503; a file that is none gives a diagnostic. */
export function readPipfile(
  file: string,
  text: string,
): { readonly asked: ReadonlySet<string> | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const toml = parseToml(text);
  const checked = 'message' in toml ? undefined : checkSchema(pipfileSchema, toml.value);
  if (checked?.ok === true) {
    const tables = Object.entries(checked.value).filter(([heading]) => !settings.has(heading));
    const names = tables.flatMap(([, table]) => (isTable(table) ? Object.keys(table) : []));
    return { asked: new Set(names.map(registryName)), diagnostics: [] };
  }
  const line = 'message' in toml ? toml.at.line : 1;
  const reason = 'message' in toml ? toml.message : 'it holds no tables';
  const diagnostic = entryProblem(
    { file, line },
    `${file} cannot be read (${reason}), so it does not tell which packages the product asks for`,
    'Mend it; until then the relation of the locked packages is unknown.',
  );
  return { asked: undefined, diagnostics: [diagnostic] };
}

const pipfileSchema = z.record(z.string(), z.unknown());

/** Tables that hold no packages. */
const settings = new Set(['source', 'requires', 'scripts', 'pipenv']);

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
