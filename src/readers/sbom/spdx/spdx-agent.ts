import type { KeyPath } from '../../../model/place.ts';
import type { SbomAgent, Stated } from '../../../model/inventory/sbom-document.ts';
import { namedTool } from '../stated/named-tool.ts';
import { agent, state } from '../stated/stated.ts';

/** An agent as SPDX 2 writes one: `Organization: Acme (info@acme.example)`; other words in brackets belong to the name. */
export function spdxAgent(written: string): SbomAgent {
  const [, word = '', rest = ''] = /^(Person|Organization|Tool):(.*)$/s.exec(written.trim()) ?? [];
  const kind = kinds.get(word);
  if (kind === undefined) return agent('unknown', { name: written.trim() || undefined });
  const text = rest.trim();
  if (kind === 'tool') return agent('tool', namedTool(text));
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  const email = open === -1 ? '' : text.slice(open + 1, -1).trim();
  const isAddress = open !== -1 && (email === '' || /@|:\/\//.test(email));
  const name = (isAddress ? text.slice(0, open) : text).trim();
  return agent(kind, { name: name || undefined, emails: isAddress && email !== '' ? [email] : [] });
}

/** An agent in a field that may decline. */
export function statedAgent(written: string | undefined, keyPath: KeyPath): Stated<SbomAgent> | undefined {
  const stated = state(written, keyPath);
  return stated?.state === 'known' ? { ...stated, value: spdxAgent(stated.value) } : stated;
}

const kinds: ReadonlyMap<string, SbomAgent['kind']> = new Map([
  ['Person', 'person'],
  ['Organization', 'organisation'],
  ['Tool', 'tool'],
]);
