import type { ObligationKind } from '../../../model/licences/licence-verdict.ts';

/** What each obligation asks, in our own words. */
export const obligationTexts: Readonly<Record<ObligationKind, string>> = {
  notice: 'Deliver copyright notices and the text of the licence with every copy.',
  'source-offer': 'Make the source code of exactly the delivered version available together with the copy.',
  'written-offer': 'Deliver the complete source with the copy, or a written offer of it that is valid for three years.',
  relinking:
    'Let users replace the library by a changed version and run the product with it; permit the reverse engineering that this takes.',
  'installation-information': 'Tell users of a consumer product how to install a changed version on it.',
  'network-source': 'Offer the source to those who use it over a network.',
  'share-changes': 'Make the changed files available under the same licence.',
  'share-alike': 'Give what is derived from it under the same licence.',
  patent: 'Keep to the patent terms: the licence ends for who sues over patents in it.',
  'no-endorsement': 'Do not advertise with the names of its authors.',
  advertising: 'Name its authors where advertising or documentation speaks of it, as the licence words it.',
  'font-name': 'Do not sell the font by itself, and give a changed one another name.',
  'field-of-use': 'Stay within the uses that the licence permits; they are limited.',
  export: 'Observe the export rule that the licence speaks of.',
  agreement: 'Keep to the terms of the agreement with its owner.',
};
