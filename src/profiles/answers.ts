import { quote } from '../base/quote.ts';
import type { Stated } from '../model/inventory/sbom-document.ts';
import type { SbomAnswer } from '../model/plugs/sbom-profile.ts';

/** The SBOM says what is asked. */
export const met: SbomAnswer = { state: 'met' };

/** The SBOM does not say what is asked. */
export function missing(message: string): SbomAnswer {
  return { state: 'missing', message };
}

/** The SBOM says that it is not known. */
export function unknown(message: string): SbomAnswer {
  return { state: 'unknown', message };
}

/** The question makes no sense here. */
export function notApplicable(reason: string): SbomAnswer {
  return { state: 'not-applicable', reason };
}

/** The answer of a field that may decline: a name that is no name is not taken for one. */
export function answerOf<T>(
  stated: Stated<T> | undefined,
  what: string,
  textOf: (value: T) => string | undefined,
): SbomAnswer {
  if (stated === undefined) return missing(`has no ${what}`);
  if (stated.state !== 'known')
    return stated.state === 'unknown'
      ? unknown(`says that its ${what} is not known`)
      : missing(`says that it has no ${what}`);
  const text = textOf(stated.value)?.trim();
  if (text === undefined || text === '') return missing(`has a ${what} without a name`);
  if (/^unknown$/i.test(text)) return unknown(`says that its ${what} is not known`);
  return placeholder.test(text) ? missing(`has the placeholder ${quote(text)} as its ${what}`) : met;
}

const placeholder = /^(?:noassertion|n\/?a|none|null|undefined|tbd|todo|\?+|-+)$/i;
