import { isCollection } from '../../base/packages/collections.ts';
import { packageOf, parsePurl } from '../../base/packages/purl.ts';
import type { Metadata, MetadataAnswer, PackageMetadata } from '../../model/inventory/metadata.ts';

/** Joins new answers with what was frozen: a source that gave nothing now, or was not asked, keeps its earlier facts, with their day. */
export function freezePackage(
  purl: string,
  answers: readonly MetadataAnswer[],
  before: Metadata | undefined,
  today: string,
): PackageMetadata {
  const known = before?.packages.find((one) => one.purl === purl);
  const joined = answers.map((answer) => {
    const earlier = known?.answers.find(({ source }) => source === answer.source);
    if (answer.facts !== undefined || earlier?.facts === undefined) return answer;
    return { ...earlier, ...(answer.unknown !== undefined && { unknown: answer.unknown }) };
  });
  const notAsked = (known?.answers ?? []).filter(
    ({ registry }) => !answers.some((answer) => answer.registry === registry),
  );
  const all = [false, true].flatMap((last) =>
    [...joined, ...notAsked].filter(({ registry }) => isCollection(registry) === last),
  );
  const licenceBefore = changedLicence(purl, all, before, today) ?? known?.licenceBefore;
  return { purl, answers: all, ...(licenceBefore !== undefined && { licenceBefore }) };
}

function changedLicence(
  purl: string,
  answers: readonly MetadataAnswer[],
  before: Metadata | undefined,
  seen: string,
): PackageMetadata['licenceBefore'] {
  const now = licenceIn(answers);
  const sameVersion = before?.packages.filter((one) => one.purl === purl) ?? [];
  const others = before?.packages.filter((one) => one.purl !== purl && packageOf(one.purl) === packageOf(purl)) ?? [];
  // A version that stands beside others has not replaced them.
  const [earlier] = sameVersion.length > 0 ? sameVersion : others.length === 1 ? others : [];
  const licence = earlier && licenceIn(earlier.answers);
  const version = earlier && parsePurl(earlier.purl)?.version;
  return now === undefined || licence === undefined || licence === now || version === undefined
    ? undefined
    : { version, licence, seen };
}

function licenceIn(answers: readonly MetadataAnswer[]): string | undefined {
  return answers.flatMap(({ registry, facts }) => (isCollection(registry) ? [] : (facts?.licence ?? [])))[0];
}
