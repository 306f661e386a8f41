import { mergeConflict } from '../../base/formats/merge-conflict.ts';
import { newerFormat, shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { tomlLines } from '../../base/formats/toml-lines.ts';
import { parseToml } from '../../base/formats/toml.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { juliaHeadSchema, juliaPackagesSchema } from './julia-manifest-schema.ts';
import { juliaProjectFiles, readJuliaProjects } from './julia-project.ts';
import { readJuliaPackages } from './read-julia-packages.ts';

/** Reads Manifest.toml of Julia, formats 1, 2 and, with a warning, later ones; what the product asks for stands in the Project.toml beside it. */
export const juliaManifest: Reader = {
  name: 'julia-manifest',
  title: 'Manifest.toml of Julia',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: juliaProjectFiles,
  read: ({ path, text, companions }) => {
    const conflict = mergeConflict(text);
    if (conflict !== undefined) return unreadable(syntaxProblem(path, 'it holds a merge conflict', { line: conflict }));
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    const toml = parseToml(text);
    if ('message' in toml) return unreadable(syntaxProblem(path, toml.message, toml.at));
    const head = checkSchema(juliaHeadSchema, toml.value);
    const format = head.ok ? String(head.value.manifest_format ?? '1').split('.')[0] : '';
    if (head.ok && !/^[1-9]\d*$/.test(format ?? ''))
      return unreadable(syntaxProblem(path, `its format ${head.value.manifest_format} is not known`, { line: 1 }));
    const lines = headingLines(text);
    const packages = checkSchema(juliaPackagesSchema, packagesIn(toml.value, format !== '1'));
    const problems = [...(head.ok ? [] : head.problems), ...(packages.ok ? [] : packages.problems)];
    if (!head.ok || !packages.ok)
      return unreadable(...shapeProblems(path, problems, ([name]) => lines.get(String(name))?.[0] ?? 1));
    const lineOf = tomlLines(text);
    const reading = readJuliaPackages({
      file: path,
      head: head.value,
      packages: packages.value,
      lines,
      languageLine: lineOf(['julia_version']),
      ...readJuliaProjects(path, companions),
    });
    const { manifest_format: written } = head.value;
    if (Number(format) <= 2) return reading;
    const newer = newerFormat(path, lineOf(['manifest_format']), String(written), '2');
    return { ...reading, diagnostics: [newer, ...reading.diagnostics] };
  },
};

/** Format 1 has the packages on its first level, beside what is written for Julia itself. */
function packagesIn(value: unknown, isTable: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isTable) return 'deps' in value ? value.deps : {};
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => typeof one !== 'string' && typeof one !== 'number'),
  );
}

/** The lines of the headings `[[deps.Name]]` or `[[Name]]`, by name, in order. */
function headingLines(text: string): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>();
  for (const [index, line] of text.split('\n').entries()) {
    const name = line.startsWith('[[') ? /^\[\[(?:deps\.)?"?([^\]"]+)"?\]\]/.exec(line)?.[1] : undefined;
    if (name === undefined) continue;
    const known = lines.get(name);
    if (known === undefined) lines.set(name, [index + 1]);
    else known.push(index + 1);
  }
  return lines;
}
