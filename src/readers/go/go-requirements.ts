import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { GoStatement } from './go-file.ts';

/** A module that a go.mod asks for, before replacements. */
export type GoRequirement = {
  readonly module: string;
  readonly version: string;
  /** No package of the product itself imports it. */
  readonly indirect: boolean;
  /** The file forbids the very version that it asks for. */
  readonly excluded: boolean;
  /** The `tool` directive whose package lies in it, or any when the module was made for tools and imports nothing itself. */
  readonly tool: { readonly package: string; readonly at: LinePlace } | undefined;
  readonly at: LinePlace;
};

/** The `require` directives of a go.mod with what other directives say of them; lines that are none are told. */
export function goRequirements(
  path: string,
  statements: readonly GoStatement[],
  diagnostics: Diagnostic[],
): readonly GoRequirement[] {
  const required = statements.filter(({ verb }) => verb === 'require');
  const excluded = new Set(statements.filter(({ verb }) => verb === 'exclude').map(({ words }) => words.join(' ')));
  const tools = toolsByModule(path, statements, new Set(required.map(({ words }) => words[0] ?? '')));
  const requirements = required.flatMap(({ words, comment, line }) => {
    const at = { file: path, line };
    const [module, version] = words;
    if (module === undefined || version === undefined || words.length > 2) {
      const message = `${quote(words.join(' '))} is no requirement`;
      diagnostics.push(entryProblem(at, message, 'Write <module> <version>, and run go mod tidy.'));
      return [];
    }
    const indirect = /^indirect(?:$|;)/.test(comment);
    const asked = `${module} ${version}`;
    return [{ module, version, indirect, excluded: excluded.has(asked), tool: tools.get(module), at }];
  });
  const [anyTool] = tools.values();
  const forTools = requirements.every(({ indirect }) => indirect) ? anyTool : undefined;
  return requirements.map((requirement) => ({ ...requirement, tool: requirement.tool ?? forTools }));
}

/** A tool is named by its package, which lies in the module with the longest path that begins it. */
function toolsByModule(
  file: string,
  statements: readonly GoStatement[],
  modules: ReadonlySet<string>,
): ReadonlyMap<string, NonNullable<GoRequirement['tool']>> {
  const tools = new Map<string, NonNullable<GoRequirement['tool']>>();
  for (const { verb, words, line } of statements) {
    const [tool] = words;
    if (verb !== 'tool' || tool === undefined) continue;
    let path = tool;
    while (path !== '' && !modules.has(path)) path = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (!tools.has(path)) tools.set(path, { package: tool, at: { file, line } });
  }
  return tools;
}
