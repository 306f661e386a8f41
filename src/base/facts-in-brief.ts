import type {
  ComponentSupport,
  Finding,
  RatedSeverity,
  UsedDatabase,
  UsedList,
} from '../model/anomalies/evaluation.ts';

/** A severity as it is stated, with what its vector scores; the word “used” marks the one that stands for all. */
export function severityInBrief({ kind, value, source, score, rating, used }: RatedSeverity): string {
  const scored = score === undefined ? '' : ` = ${score.toFixed(1)} ${rating}`;
  return `${kind} ${value}${scored}${source === undefined ? '' : ` by ${source}`}${used ? ' (used)' : ''}`;
}

/** The points of SSVC that are known, and what they come to by CISA's table; it is no word on a patient. */
export function ssvcInBrief({
  exploitation,
  automatable,
  technicalImpact,
  by,
  decision,
}: NonNullable<Finding['ssvc']>): string {
  const points = [
    `exploitation ${exploitation ?? 'not known'}`,
    `automatable ${automatable ?? 'not known'}`,
    `technical impact ${technicalImpact ?? 'not known'}`,
  ].join(', ');
  const { low, medium, high } = decision;
  const open = [
    `${low.join(' or ')} for a low`,
    `${medium.join(' or ')} for a medium`,
    `${high.join(' or ')} for a high`,
  ];
  return `SSVC ${points} (${by.join(', ')}): ${open.join(', ')} impact on mission and well-being, which a person decides`;
}

/** How sure it is that a finding speaks of the component at all; empty where a record names its package. */
export function confidenceInBrief(confidence: Finding['confidence']): string {
  if (confidence === undefined || confidence === 'package') return '';
  if (confidence === 'repository-tag')
    return 'matched by its source repository, without the graph of its commits; versions are compared by the numbers in their tags, which have no rules of their own';
  const order = confidence === 'mapped-product' ? '' : ', versions compared without rules of their own';
  return `matched by a confirmed product, not by package${order}`;
}

/** Who has rejected the CVE of a finding, and when. */
export function rejectionInBrief({ id, by, on }: NonNullable<Finding['rejected']>[number]): string {
  return `${id} was rejected on ${on} (${by}): the defect is none by that word`;
}

/** What the publishers of the data want to be shown wherever it is used, each once. */
export function noticesOf({
  databases = [],
}: {
  readonly databases?: readonly UsedDatabase[] | undefined;
}): readonly string[] {
  return [...new Set(databases.flatMap(({ notice }) => notice ?? []))];
}

/** An entry of a list of known exploited vulnerabilities. */
export function exploitedInBrief({ id, by, added, due, ransomware }: NonNullable<Finding['kev']>[number]): string {
  const since = added === undefined ? '' : ` since ${added}`;
  const until = due === undefined ? '' : `, to be mended by ${due}`;
  const told = by === undefined ? '' : ` (${by})`;
  return `${id} is known to be exploited${since}${until}${ransomware === 'known' ? ', by ransomware too' : ''}${told}`;
}

/** How likely a vulnerability is exploited. */
export function probabilityInBrief(entry: NonNullable<Finding['epss']>[number]): string {
  const { id, score, percentile, model = 'an unknown model', date = 'an unknown day' } = entry;
  return `${id} EPSS ${score} (percentile ${percentile}, ${model} of ${date})`;
}

/** A list of facts and its state. */
export function listInBrief({ feed, records, edition, dated }: UsedList): string {
  return [`${feed}: ${records} entries`, ...(edition === undefined ? [] : [edition]), dated ?? 'without a date'].join(
    ', ',
  );
}

/** Until when a component is supported, as of a day. */
export function supportInBrief({ product, cycle, endOfLife, latest }: ComponentSupport, today: string): string {
  if (cycle === undefined || endOfLife === undefined) return `${product}: no line of versions is listed for this one`;
  const newest = latest === undefined ? '' : `; its latest is ${latest}`;
  return `${product} ${cycle} ${endInWords(endOfLife, today)}${newest}`;
}

/** Whether support has ended by a day. */
export function hasEnded(endOfLife: string | boolean, today: string): boolean {
  return typeof endOfLife === 'string' ? endOfLife <= today : endOfLife;
}

function endInWords(endOfLife: string | boolean, today: string): string {
  if (endOfLife === true) return 'is out of support, no day is told';
  if (endOfLife === false) return 'is supported, no end is announced';
  return hasEnded(endOfLife, today) ? `is out of support since ${endOfLife}` : `is supported until ${endOfLife}`;
}
