import { parsePurl } from '../../base/packages/purl.ts';
import { parseVers } from '../../base/packages/vers.ts';
import type { VexPart } from '../../model/vex/vex-document.ts';
import { isInRange } from '../../versions/is-in-range.ts';

/** Whether something that is said of a part holds for a component; in doubt, why it may not. */
export type Holding = 'yes' | 'no' | { readonly doubt: string };

/** Compares versions and qualifiers of a part and a component of the same package: what the part does not say is any. */
export function holdsFor(part: VexPart, component: string): Holding {
  const asked = part.purl === undefined ? undefined : parsePurl(part.purl);
  const found = parsePurl(component);
  if (asked === undefined || found === undefined) return 'no';
  const version = versionHolds(asked.version, part.version, found.version, found.type);
  if (version !== 'yes') return version;
  for (const [key, value] of Object.entries(asked.qualifiers ?? {})) {
    const here = found.qualifiers?.[key] ?? usual.get(`${found.type} ${key}`);
    if (here === undefined) return { doubt: `it is about ${key}=${value}, and nothing here tells the ${key}` };
    if (here !== value) return 'no';
  }
  return 'yes';
}

/** What a package URL means that says nothing of it. */
const usual: ReadonlyMap<string, string> = new Map([
  ['maven type', 'jar'],
  ['rpm epoch', '0'],
]);

function versionHolds(
  exact: string | undefined,
  words: string | undefined,
  found: string | undefined,
  type: string,
): Holding {
  const asked = exact ?? words;
  if (asked === undefined) return 'yes';
  if (found === undefined) return { doubt: `it is about ${asked}, and no version is known here` };
  if (plain(asked, type) === plain(found, type)) return 'yes';
  if (exact !== undefined) return 'no';
  const range = parseVers(asked);
  const inside = 'problem' in range ? undefined : isInRange(range, found);
  if (inside !== undefined) return inside ? 'yes' : 'no';
  const isOne = /^[A-Za-z0-9][A-Za-z0-9.+:~_-]*$/.test(asked) && !asked.startsWith('vers:');
  return isOne ? 'no' : { doubt: `it is about "${asked}", which cannot be compared with ${found}` };
}

/** Advisories of Go leave the v out that module versions begin with. */
function plain(version: string, type: string): string {
  return type === 'golang' ? version.replace(/^v/, '') : version;
}
