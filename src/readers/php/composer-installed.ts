import { z } from 'zod';
import { parseJson } from '../../base/formats/json/json.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { quote } from '../../base/quote.ts';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component, Scope, ScopeEvidence } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { composerFinder } from './composer-finder.ts';
import { composerEntrySchema, packageNames } from './composer-lock-schema.ts';
import { composerPackage } from './composer-package.ts';

/**
 * Reads the installed.json that Composer leaves in the folder of what it installed. Composer 2 names what is there for
 * development only; Composer 1 lists the packages and tells nothing of them.
 */
export const composerInstalled: Reader = {
  name: 'composer-installed',
  title: 'installed packages of PHP, composer/installed.json',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: false },
  read: ({ path, text }) => {
    const json = parseJson(text);
    if ('message' in json) return unreadable(syntaxProblem(path, json.message, json.at));
    const isList = Array.isArray(json.value);
    const installed = checkSchema(installedSchema, isList ? { packages: json.value } : json.value);
    const lineOf = (keys: readonly (string | number)[]) => json.lineOf(isList ? keys.slice(1) : keys);
    if (!installed.ok) return unreadable(...shapeProblems(path, installed.problems, lineOf));
    const { packages, 'dev-package-names': names } = installed.value;
    const development = names && new Set(names.map((name) => name.toLowerCase()));
    const rows = packages.map((entry, index) => {
      const at = { file: path, line: lineOf(['packages', index]) };
      return { list: 'packages', entry, at, facts: composerPackage(entry, at) } as const;
    });
    const find = composerFinder(rows);
    const needs = rows.map(({ entry }) => packageNames(entry.require));
    const crowd = needs.flat().find((name) => find(name).length > mostMeeting);
    if (crowd !== undefined)
      return unreadable(syntaxProblem(path, `${find(crowd).length} of its packages meet the need for ${quote(crowd)}`));
    const components = rows.map(({ entry, at, facts }, index): Component => {
      const evidence = useOf(entry.name, development, at);
      const met = (needs[index] ?? []).flatMap(find).map((row) => row.facts.purl);
      return {
        ...facts,
        scope: evidence.scope,
        scopeEvidence: [evidence],
        relation: 'unknown',
        dependsOn: [...new Set(met)].filter((purl) => purl !== facts.purl).toSorted(),
      };
    });
    const isComplete = needs.flat().every((name) => find(name).length > 0);
    return { components, graph: isComplete ? 'complete' : 'partial', diagnostics: [] };
  },
};

const installedSchema = z.object({
  packages: z.array(composerEntrySchema),
  'dev-package-names': z.array(z.string()).nullish(),
});

/** Of what stands in for one package, a real project holds a few. */
const mostMeeting = 200;

function useOf(name: string, development: ReadonlySet<string> | null | undefined, at: LinePlace): ScopeEvidence {
  const said = (scope: Scope, reason: string) => ({ scope, reason, at });
  if (!development) return said('unknown', 'an installed package does not tell what uses it');
  return development.has(name.toLowerCase())
    ? said('development', '"dev-package-names"')
    : said('runtime', 'not in "dev-package-names"');
}
