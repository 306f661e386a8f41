import { parsePurl } from '../src/base/packages/purl.ts';
import type { Component } from '../src/model/component.ts';

/** A component that a file tells little about, for tests to add what they are about. */
export function component(purl: string, facts: Partial<Component> = {}): Component {
  const parts = parsePurl(purl);
  const name = parts?.namespace?.startsWith('@') === true ? `${parts.namespace}/${parts.name}` : (parts?.name ?? purl);
  return {
    purl,
    type: parts?.type ?? 'generic',
    name,
    version: parts?.version,
    pinning: { kind: 'exact' },
    scope: 'unknown',
    scopeEvidence: [],
    relation: 'unknown',
    firstParty: false,
    foundAt: [{ file: 'package-lock.json', line: 1 }],
    hashes: [],
    licences: [],
    supplier: undefined,
    homepage: undefined,
    repository: undefined,
    download: undefined,
    description: undefined,
    source: undefined,
    dependsOn: [],
    ...facts,
  };
}
