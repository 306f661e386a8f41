import type { Scope } from '../../model/component.ts';

/** The words by which conanfiles ask for packages, and what they tell about use. */
export const scopeOfRequirement: ReadonlyMap<string, Scope> = new Map([
  ['requires', 'runtime'],
  ['build_requires', 'development'],
  ['tool_requires', 'development'],
  ['test_requires', 'development'],
  ['python_requires', 'development'],
]);
