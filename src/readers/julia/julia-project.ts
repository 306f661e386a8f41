import { entryProblem } from '../../base/reading.ts';
import { resolvePath } from '../../base/paths/resolve-path.ts';
import { salvage } from '../../base/formats/salvage.ts';
import { tomlLines } from '../../base/formats/toml-lines.ts';
import { parseToml } from '../../base/formats/toml.ts';
import type { ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { juliaProjectSchema, needsIn, type JuliaNeed } from './julia-manifest-schema.ts';

/** What a Project.toml tells. */
export type JuliaProject = {
  readonly file: string;
  readonly name: string | undefined;
  readonly uuid: string | undefined;
  readonly version: string | undefined;
  readonly asks: readonly JuliaAsk[];
  /** The folders of other projects that share the manifest (Julia 1.12). */
  readonly workspace: readonly string[];
};

/** A package that a project asks for. What is extra is in a manifest only when others bring it in. */
export type JuliaAsk = JuliaNeed & { readonly evidence: ScopeEvidence; readonly isExtra: boolean };

/** The projects of a manifest, and what cannot be used of their files. */
export type JuliaProjects = {
  readonly projects: readonly JuliaProject[];
  readonly projectProblems: readonly Diagnostic[];
};

/** The Project.toml files of a manifest: the one beside it, and those of its workspace. */
export function juliaProjectFiles(opened: ReadonlyMap<string, string>, manifest: string): readonly string[] {
  const beside = namesIn(folderOf(manifest));
  return [...beside, ...readJuliaProjects(manifest, opened).projects.flatMap(workspaceFiles)];
}

/** Reads the projects of a manifest; JuliaProject.toml goes before Project.toml, as for Julia itself. */
export function readJuliaProjects(manifest: string, opened: ReadonlyMap<string, string>): JuliaProjects {
  const projects: JuliaProject[] = [];
  const projectProblems: Diagnostic[] = [];
  const queue = [namesIn(folderOf(manifest))];
  const seen = new Set<string>();
  for (const names of queue) {
    const file = names.find((name) => opened.has(name));
    if (file === undefined || seen.has(file)) continue;
    seen.add(file);
    const project = parseProject(file, opened.get(file) ?? '', projects.length === 0, projectProblems);
    if (project === undefined) continue;
    projects.push(project);
    for (const folder of workspaceFolders(project)) queue.push(namesIn(folder));
  }
  return { projects, projectProblems };
}

function parseProject(file: string, text: string, isRoot: boolean, problems: Diagnostic[]): JuliaProject | undefined {
  const toml = parseToml(text);
  const salvaged = 'message' in toml ? undefined : salvage(juliaProjectSchema, toml.value);
  const lineOf = tomlLines(text);
  const faults =
    'message' in toml
      ? [{ line: toml.at.line, message: toml.message }]
      : (salvaged?.problems ?? []).map(({ keyPath, message }) => ({
          line: lineOf(keyPath),
          message: `"${keyPath.join('.')}": ${message}`,
        }));
  for (const { line, message } of faults.slice(0, 5))
    problems.push(
      entryProblem(
        { file, line },
        `${file} cannot be used: ${message}`,
        'Mend the project file: without it nobody can tell what is shipped from what only tests.',
      ),
    );
  const value = salvaged?.value;
  if (value === undefined) return undefined;
  const owner = value.name ?? file;
  // Pkg runs the tests of a package in the project of its folder `test`.
  const isTest = !isRoot && /(?:^|\/)test\/[^/]*$/.test(file);
  const at = (table: string, name: string) => ({ file, line: lineOf([table, name]) });
  const direct = needsIn(value.deps).map((need): JuliaAsk => {
    const evidence: ScopeEvidence = isTest
      ? { scope: 'development', reason: `deps of the tests, ${file}`, at: at('deps', need.name) }
      : { scope: 'runtime', reason: `deps of ${owner}`, at: at('deps', need.name) };
    return { ...need, evidence, isExtra: false };
  });
  const extras = needsIn(value.extras).flatMap((need): JuliaAsk[] => {
    const targets = Object.entries(value.targets ?? {}).filter(([, names]) => names.includes(need.name));
    if (targets.length === 0) return [];
    const reason = `target ${targets.map(([target]) => target).join(', ')} of ${owner}`;
    return [{ ...need, evidence: { scope: 'development', reason, at: at('extras', need.name) }, isExtra: true }];
  });
  return {
    file,
    name: value.name,
    uuid: value.uuid,
    version: value.version,
    asks: [...direct, ...extras],
    workspace: value.workspace?.projects ?? [],
  };
}

function workspaceFolders({ file, workspace }: JuliaProject): readonly string[] {
  return workspace.flatMap((folder) => resolvePath(file, folder) ?? []);
}

function workspaceFiles(project: JuliaProject): readonly string[] {
  return workspaceFolders(project).flatMap(namesIn);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function namesIn(folder: string): readonly string[] {
  return ['JuliaProject.toml', 'Project.toml'].map((name) => (folder === '' ? name : `${folder}/${name}`));
}
