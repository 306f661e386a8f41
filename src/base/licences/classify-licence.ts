import { inForce, replacementOf } from './deprecated-ids.ts';
import type { SpdxExpression } from './spdx-expression.ts';
import { parseSpdxExpression } from './parse-spdx-expression.ts';
import { suggestExpression } from './suggest-expression.ts';

/**
 * What a text in a licence field is. `spdx` and `deprecated` are expressions; `reference` is one that names a licence of
 * somebody's own. `name` means one known licence and is spelt otherwise, `ambiguous` could be several, `unlisted` is a short
 * name that nobody else knows.
 */
export type LicenceTextClass =
  | 'spdx'
  | 'deprecated'
  | 'reference'
  | 'name'
  | 'ambiguous'
  | 'unlisted'
  | 'proprietary'
  | 'public-domain-claim'
  | 'model-terms'
  | 'see-file'
  | 'url'
  | 'free-text'
  | 'none'
  | 'unstated';

/** A stated licence, letter by letter, with what it is and what a person may want to write instead. */
export type ClassifiedLicence = {
  readonly text: string;
  readonly class: LicenceTextClass;
  /** The expression that it is; of everything but the first three classes there is none. */
  readonly expression: SpdxExpression | undefined;
  /** What it probably means in SPDX: offered, never applied. */
  readonly suggestion: string | undefined;
};

/** Says what a text in a licence field is; it takes the same time for a name and for a megabyte. */
export function classifyLicence(text: string): ClassifiedLicence {
  const known = classified.get(text);
  if (known !== undefined) return known;
  const made = classify(text);
  if (text.length <= longestName && classified.size < 10_000) classified.set(text, made);
  return made;
}

const classified = new Map<string, ClassifiedLicence>();

/** Longer texts are no name; expressions of distributions do reach some thousand characters. */
const longestName = 400;
const longestExpression = 20_000;

function classify(text: string): ClassifiedLicence {
  const as = (kind: LicenceTextClass, suggestion?: string): ClassifiedLicence => ({
    text,
    class: kind,
    expression: undefined,
    suggestion,
  });
  if (text.length > longestExpression) return as('free-text');
  const expression = parseSpdxExpression(text);
  if (expression !== undefined) return { ...classifyExpression(expression), text };
  const name = text.trim();
  if (name === '' || /^none$/i.test(name)) return as('none');
  if (/^\(?(?:noassertion|unknown(?: licen[cs]e)?|n\/?a|undefined|null|other|-|custom)\)?$/i.test(name))
    return as('unstated');
  if (/^[a-z][a-z+.-]{1,15}:\/\/\S+$/i.test(name) || /^www\.\S+$/i.test(name)) return as('url', suggestionOfUrl(name));
  if (
    /^(?:see |refer to |file:\/?|\.{0,2}\/?licen[cs]e(?:\.(?:txt|md|rst))?$|copying$|file licen[cs]e$|\{?['"]?file['"]? ?[=:])/i.test(
      name,
    )
  )
    return as('see-file');
  if (name.length > longestName || /[\n\r]/.test(name) || sentence.test(name)) return as('free-text');
  if (/^(?:unlicensed|(?:license :: other\/proprietary.*))$/i.test(name) || proprietary.test(name))
    return as('proprietary');
  const suggestion = suggestExpression(name);
  if (suggestion !== undefined) return as('name', suggestion);
  if (publicDomain.test(name)) return as('public-domain-claim');
  if (/\b(?:open)?rail\b|openrail|\bllama-?\d|\bllama\b|\bgemma\b|bigscience|\bbloom-/i.test(name))
    return as('model-terms');
  if (severalMeant.test(name)) return as('ambiguous');
  return as(name.split(/\s+/).length > 6 ? 'free-text' : 'unlisted');
}

function classifyExpression(expression: SpdxExpression): Omit<ClassifiedLicence, 'text'> {
  if (expression.references.length > 0) return { class: 'reference', expression, suggestion: undefined };
  const old = expression.postfix.some((term) => typeof term === 'object' && isDeprecated(term));
  return old
    ? { class: 'deprecated', expression, suggestion: inForce(expression) }
    : { class: 'spdx', expression, suggestion: undefined };
}

function isDeprecated({ id }: { readonly id: string }): boolean {
  return replacementOf(id) !== undefined;
}

/** The first line of a text, which tools take for its name. */
const sentence =
  /^(?:\W*(?:permission|redistribution|this (?:software|program|file)|by (?:obtaining|using)|you may|licensed (?:under|to)|the main library)\b)/i;
const proprietary =
  /^(?:(?:commercial|proprietary|closed[ -]source|all rights reserved|private|internal use only)(?: (?:licen[cs]e|software|agreement))?|copyright .*all rights reserved\.?|.* proprietary(?: software| licen[cs]e)?|.* commercial licen[cs]e(?: agreement)?|.* (?:eula|end[ -]user licen[cs]e(?: agreement)?)|eula)$/i;
const publicDomain =
  /^(?:license :: )?(?:(?:in )?(?:the )?public[ _-]?domain\b|pd(?:[-~ ]|$)|[^ ]*[-_~](?:pd|public[_-]domain)$|unencumbered$|probably-pd$)/i;
const severalMeant =
  /^(?:license :: (?:osi approved|free|freely).*|(?:the )?(?:(?:new|old)?bsd|l?gpl|agpl|gnu|gnu (?:lesser |library |affero )?(?:general public|gpl|lgpl|agpl)|apache(?: software)?|mozilla|mozilla public|mpl|eclipse(?: public)?|epl|artistic|perl|creative commons.*|cc|cc-by|cc-by-sa|cc-by-nc|gfdl|python|php|ruby|unicode|mit\/x|x|mit\/x11|zlib\/libpng|boost|bsl|academic free|openldap|bsd[- ](?:style|like)|.*[- ](?:style|like|variant|alike)|(?:osi|open source) ?(?:approved)?|sgi|cecill|eupl|same as perl(?: 5)?|perl[ _]5|dual.*|free(?:ware| software)?|freesoftware|(?:__auto_)?permissive_*)(?: licen[cs]e)?|[^*]+\*|[^,]+(?:,[^,]+)+|.*and\/or.*|.*(?:gpl|bsd|apache|artistic|expat|mit|lgpl|mpl|gfdl)(?:[- ]\d[\d.]*\+?)? (?:or|and|with) .*|.* (?:or|and) (?:gpl|bsd|apache|artistic|expat|mit|lgpl|mpl)\b.*)$/i;

/** Addresses that stand for one licence of the list wherever they stand. */
function suggestionOfUrl(address: string): string | undefined {
  const bare = address
    .toLowerCase()
    .replace(/^[a-z]+:\/\/(?:www\.)?/, '')
    .replace(/(?:\.(?:html|txt|php|md))?\/?$/, '');
  return (
    addresses.get(bare) ??
    /^(?:spdx\.org\/licenses|(?:opensource|licenses\.nuget)\.org(?:\/licen[cs]es?)?)\/([a-z0-9.+-]+)$/
      .exec(bare)
      ?.slice(1)
      .map((id) => parseSpdxExpression(id)?.text)[0]
  );
}

const addresses: ReadonlyMap<string, string> = new Map([
  ['apache.org/licenses/license-2.0', 'Apache-2.0'],
  ['mozilla.org/mpl/2.0', 'MPL-2.0'],
  ['mozilla.org/en-us/mpl/2.0', 'MPL-2.0'],
  ['eclipse.org/legal/epl-v10', 'EPL-1.0'],
  ['eclipse.org/legal/epl-2.0', 'EPL-2.0'],
  ['eclipse.org/legal/epl-v20', 'EPL-2.0'],
  ['eclipse.org/org/documents/edl-v10', 'BSD-3-Clause'],
  ['opensource.org/licenses/mit-license', 'MIT'],
  ['opensource.org/licenses/mit', 'MIT'],
  ['creativecommons.org/publicdomain/zero/1.0', 'CC0-1.0'],
  ['creativecommons.org/licenses/by/4.0', 'CC-BY-4.0'],
  ['unlicense.org', 'Unlicense'],
  ['boost.org/license_1_0', 'BSL-1.0'],
  ['gnu.org/licenses/old-licenses/gpl-2.0', 'GPL-2.0-only'],
  ['gnu.org/licenses/old-licenses/lgpl-2.1', 'LGPL-2.1-only'],
]);
