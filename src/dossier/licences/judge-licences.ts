import { judgeLicence } from '../../base/licences/judging/judge-licence.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { packagePattern } from '../../base/paths/glob.ts';
import type { Entry } from '../../model/entry.ts';
import type { Filed } from '../../model/filed.ts';
import type { LicencesFile } from '../../model/licences/licences-file.ts';
import type { LicenceUse } from '../../model/licences/licence-use.ts';
import type { LicenceVerdict } from '../../model/licences/licence-verdict.ts';
import type { JudgedLicence, Licensing, OpinionHeld } from '../../model/licences/licensing.ts';
import { companyPolicy } from './company-policy.ts';
import { findLicence } from './find-licence.ts';

/**
 * Says for each component that ships, in each software item that claims it, what follows from its licence. The product's own
 * packages and its tools are not asked.
 */
export function judgeLicences(entries: readonly Entry[], decisions: Filed<LicencesFile> | undefined): Licensing {
  const judge = judgeOnce(decisions);
  const opinionOf = opinionsBy(decisions);
  const find = findLicence(decisions);
  const judged = entries
    .filter(({ account }) => account.kind !== 'first-party' && account.kind !== 'tool')
    .flatMap((entry): readonly JudgedLicence[] => {
      const { combination, modified, ...found } = find(entry);
      const places = entry.claimedBy.length === 0 ? [undefined] : entry.claimedBy;
      return places.map((softwareItem) => {
        const use: LicenceUse = { distribution: softwareItem?.distribution, combination, modified };
        const verdict = judge(found.licence.text, use);
        return { entry, softwareItem, ...found, use, verdict, opinion: found.opinion ?? opinionOf(entry) };
      });
    });
  return { decisions, judged };
}

/** There are far fewer licences and uses than components. */
function judgeOnce(decisions: Filed<LicencesFile> | undefined): (text: string, use: LicenceUse) => LicenceVerdict {
  const policy = companyPolicy(decisions);
  const known = new Map<string, LicenceVerdict>();
  return (text, use) => {
    const key = `${use.distribution} ${use.combination} ${use.modified} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const verdict = judgeLicence(text, use, policy);
    known.set(key, verdict);
    return verdict;
  };
}

function opinionsBy(decisions: Filed<LicencesFile> | undefined): (entry: Entry) => OpinionHeld | undefined {
  const lines = (decisions?.record.opinions ?? []).map(({ document, packages }, index) => {
    const tests = packages.map(packagePattern);
    const held = { document, place: { file: decisions?.file ?? '', keyPath: ['opinions', index] } };
    return { isAbout: (name: string) => tests.some((matches) => matches(name)), held };
  });
  return ({ component }) => lines.find(({ isAbout }) => isAbout(packageOf(component.purl)))?.held;
}
