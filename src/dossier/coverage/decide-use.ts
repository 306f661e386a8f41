import { packagePattern } from '../../base/paths/glob.ts';
import { packageOf } from '../../base/packages/purl.ts';
import type { Component, Scope } from '../../model/component.ts';
import type { Device } from '../../model/records/device.ts';
import type { Use } from '../../model/entry.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';
import { claimedBy } from './claim-sources.ts';
import { followTools } from './follow-tools.ts';

/**
 * Decides between SOUP and tool for every component, by package URL, and lets what only tools bring in follow them where a
 * person decided on one.
 */
export function decideUses(device: Device, { components, files }: Inventory): ReadonlyMap<string, Use> {
  const useOf = decideUse(device);
  const used = components.map((component) => ({ component, use: useOf(component) }));
  const following = followTools(used, files);
  return new Map(used.map(({ component: { purl }, use }) => [purl, following.get(purl) ?? use]));
}

/** Whether a person said of anything how it is used; else what the files say holds of each component. */
export function decidesUse({ scope, softwareItems }: Device): boolean {
  const sources = softwareItems.flatMap((item) => item.sources);
  return scope.length > 0 || sources.some((source) => typeof source !== 'string' && source.scope !== undefined);
}

/**
 * Prepares the decision between SOUP and tool: a person's decision on the package comes first, then what the
 * files say, then what a software item says of a source whose files say nothing. Unknown stays unknown.
 */
function decideUse(device: Device): (component: Component) => Use {
  const decisions = device.scope.map((decision) => ({ ...decision, matches: packagePattern(decision.packages) }));
  const sources = device.softwareItems
    .flatMap((item) => item.sources)
    .flatMap((source) =>
      typeof source === 'string' || source.scope === undefined
        ? []
        : [
            {
              scope: source.scope,
              reason: source.reason ?? '',
              files: source.files,
              matches: claimedBy([source.files]),
            },
          ],
    );
  return (component) => {
    const name = packageOf(component.purl);
    const decision = decisions.find(({ matches }) => matches(name));
    if (decision !== undefined) return { scope: decision.scope, decidedBy: 'person', reason: decision.reason };
    if (component.scope !== 'unknown') return fromFiles(component);
    const said = sources.filter(({ matches }) => component.foundAt.some(({ file }) => matches(file)));
    const strongest = strength.flatMap((scope) => said.find((source) => source.scope === scope) ?? [])[0];
    if (strongest === undefined) return fromFiles(component);
    return { scope: strongest.scope, decidedBy: 'person', reason: `${strongest.files}: ${strongest.reason}` };
  };
}

const strength: readonly Scope[] = ['runtime', 'optional', 'development'];

function fromFiles({ scope, scopeEvidence }: Component): Use {
  const facts = scopeEvidence.filter((evidence) => evidence.scope === scope);
  const first = facts[0];
  if (first === undefined) return { scope, decidedBy: 'files', reason: 'no file tells how it is used' };
  const others = facts.length > 1 ? ` and ${facts.length - 1} more` : '';
  return { scope, decidedBy: 'files', reason: `${first.reason} (${first.at.file}:${first.at.line}${others})` };
}
