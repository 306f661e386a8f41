import type { Report } from '../model/plugs/report.ts';
import { notice } from './notice.ts';
import { soupList } from './soup-list.ts';
import { sourceOffer } from './source-offer.ts';
import { thirdPartyLicences } from './third-party-licences.ts';

/** Every document that `report` can make. */
export const reports: readonly Report[] = [soupList, notice, thirdPartyLicences, sourceOffer];
