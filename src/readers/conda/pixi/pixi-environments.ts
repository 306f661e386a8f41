import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Scope, ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import { relock } from '../../python/locked/read-hashes.ts';
import { scopeOfName } from '../../python/scope-of-name.ts';
import type { PixiLock, PixiSelector } from './pixi-lock-schema.ts';
import { locationOf, type PixiNode } from './pixi-node.ts';

/** What is installed together: an environment on one platform. */
export type PixiInstallation = { readonly evidence: ScopeEvidence; readonly nodes: readonly PixiNode[] };

/** Finds the packages of every environment and platform. */
export function pixiInstallations(
  { environments }: PixiLock,
  nodes: readonly PixiNode[],
  placeOf: (environment: string) => LinePlace,
): { readonly installations: readonly PixiInstallation[]; readonly problems: readonly Diagnostic[] } {
  const byLocation = Map.groupBy(nodes, ({ location }) => location);
  const problems: Diagnostic[] = [];
  const installations = Object.entries(environments).flatMap(([environment, { packages = '' }]) => {
    const evidence = scopeOfEnvironment(environment, placeOf(environment));
    return Object.values(packages === '' ? {} : packages).map((selectors) => {
      const found = (selectors === '' ? [] : selectors).map((selector) => {
        const meant = (byLocation.get(locationOf(selector) ?? '') ?? []).filter((node) => fits(selector, node));
        if (meant.length === 0) problems.push(missing(environment, selector, evidence.at));
        return meant;
      });
      return { evidence, nodes: found.flat() };
    });
  });
  return { installations, problems };
}

/** The environment that has no name of its own holds what the project needs; of others the name may tell what they are for. */
function scopeOfEnvironment(environment: string, at: LinePlace): ScopeEvidence {
  const scope: Scope = environment === 'default' ? 'runtime' : (scopeOfName(environment) ?? 'unknown');
  return { scope, reason: `environment ${environment}`, at };
}

/** Where several packages are built from one folder, a selector says more of the one that it means. */
function fits(selector: PixiSelector, { entry }: PixiNode): boolean {
  return (['name', 'version', 'build', 'subdir'] as const).every(
    (key) => selector[key] === undefined || entry[key] === undefined || selector[key] === entry[key],
  );
}

function missing(environment: string, selector: PixiSelector, at: LinePlace): Diagnostic {
  const shown = quote(locationOf(selector) ?? '');
  return entryProblem(at, `the environment ${environment} holds ${shown}, which is not among the packages`, relock);
}
