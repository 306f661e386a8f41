import type { CpeCriterion } from '../../../model/anomalies/cve.ts';
import { shorten } from '../matching/shorten.ts';
import type { MappedComponent } from './mapped-component.ts';
import { undetermined, type ProductJudgement } from './product-judgement.ts';
import { fitTarget } from './target-software.ts';

/** Judges a component by one name of NVD's dictionary and its bounds (NVD API 2.0); the name is its own, that is known. */
export function judgeCriterion(criterion: CpeCriterion, mapped: MappedComponent): ProductJudgement {
  const fit = fitTarget(criterion.targetSoftware, mapped.type, mapped.mapping.targetSoftware);
  if (fit === 'contradicts') {
    const reason = `it speaks of the one for ${shorten(criterion.targetSoftware)}, not of ${mapped.type} packages`;
    return { result: 'not-affected', reason };
  }
  const judged = judgeVersion(criterion, mapped);
  if (fit === 'fits' || judged.result === 'not-affected') return judged;
  return undetermined(`${judged.reason}, if it is the one for ${shorten(fit.onlyWith)}`);
}

function judgeVersion(criterion: CpeCriterion, { version, called, scheme }: MappedComponent): ProductJudgement {
  if (criterion.version === '-') {
    return { result: 'not-affected', reason: 'it names the product without versions, and this one has a version' };
  }
  if ('unknown' in version) return undetermined(version.unknown);
  const own = version.exact;
  const { until } = criterion;
  const listed = criterion.version === '*' ? undefined : joined(criterion);
  const bounds = listed === undefined ? boundsOf(criterion) : [{ sign: '', text: listed }];
  const unordered = [own, ...bounds.map(({ text }) => text)].find((text) => scheme.compare(text, text) === undefined);
  if (unordered !== undefined) return undetermined(`"${shorten(unordered)}" is no version (${scheme.name})`);
  const shown = bounds.map(({ sign, text }) => `${sign}${shorten(text)}`).join(' ') || 'every version';
  if (
    !bounds.every(({ sign, text }) => holds(sign, scheme.compare(own, text) ?? 0) || isUpdateOf(own, text, criterion))
  )
    return {
      result: 'not-affected',
      reason: `${called} is not ${listed === undefined ? 'in ' : ''}${shown} (${scheme.name})`,
    };
  if (criterion.version === '*' && criterion.update !== '*' && criterion.update !== '-')
    return undetermined(`it speaks of ${shorten(criterion.update)} of ${shown}, which cannot be compared`);
  const reason =
    listed === undefined
      ? `${called} is in ${shown} (${scheme.name})`
      : `${called} is listed, as ${shown} (${scheme.name})`;
  return { result: 'affected', reason, ...(until !== undefined && { fixed: until }) };
}

/** The update belongs to the version: `2.0` with `beta9` is `2.0-beta9`. */
function joined({ version, update }: CpeCriterion): string {
  return update === '*' || update === '-' ? version : `${version}-${update}`;
}

function boundsOf({ from, after, through, until }: CpeCriterion) {
  return [
    { sign: '>=', text: from },
    { sign: '>', text: after },
    { sign: '<', text: until },
    { sign: '<=', text: through },
  ].flatMap(({ sign, text }) => (text === undefined ? [] : [{ sign, text }]));
}

function holds(sign: string, order: number): boolean {
  if (sign === '>=') return order >= 0;
  if (sign === '>') return order > 0;
  if (sign === '<') return order < 0;
  return sign === '<=' ? order <= 0 : order === 0;
}

/** A version that is listed with any update takes in its pre-releases and patches: `2.0:*` is `2.0-beta9`, too. */
function isUpdateOf(own: string, listed: string, { version, update }: CpeCriterion): boolean {
  if (version === '*' || update !== '*' || !own.toLowerCase().startsWith(listed)) return false;
  return /^(?:[-._~+]?(?:alpha|beta|milestone|preview|pre|rc|patch|p|sp|update|u)[-._]?\d{0,9}|_\d{1,9})$/i.test(
    own.slice(listed.length),
  );
}
