import type { Component, ScopeEvidence } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { GoRequirement } from './go-requirements.ts';

/**
 * What is known of a module's use: a tool that no package of the product imports is for development; of everything
 * else no file tells whether the product or its tests need it.
 */
export function goEvidence(
  at: LinePlace,
  requirement: GoRequirement | undefined,
  ...facts: readonly string[]
): Pick<Component, 'scope' | 'scopeEvidence'> {
  const tool = requirement?.tool;
  const asTool: ScopeEvidence[] =
    tool === undefined ? [] : [{ scope: 'development', reason: `tool ${tool.package}`, at: tool.at }];
  if (tool !== undefined && requirement?.indirect === true) return { scope: 'development', scopeEvidence: asTool };
  const reason = ['nothing tells tests from the product', ...facts].join('; ');
  return { scope: 'unknown', scopeEvidence: [...asTool, { scope: 'unknown', reason, at }] };
}

/** The fact that something else is built than was asked for. */
export function inPlaceOf({ module, version }: { readonly module: string; readonly version: string }): string {
  return `in place of ${module} ${version}`;
}
