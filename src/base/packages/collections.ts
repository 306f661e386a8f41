import type { CollectionName } from '../../model/plugs/registry.ts';

const names: readonly CollectionName[] = ['clearlydefined', 'depsdev'];

/** Whether a source of facts is no registry but a collection, whose word on a licence is a conclusion of its own. */
export function isCollection(source: string): boolean {
  return names.some((name) => name === source);
}
