import { askedTogether, idsInBrief } from '../../../base/anomalies/asked-together.ts';
import {
  confidenceInBrief,
  exploitedInBrief,
  probabilityInBrief,
  rejectionInBrief,
  severityInBrief,
  ssvcInBrief,
} from '../../../base/facts-in-brief.ts';
import type { Finding } from '../../../model/anomalies/evaluation.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { resultColours } from './result-colours.ts';

/** Shows findings with all that is known of them; those that only commits could tell more of are many, and one paragraph a component. */
export function showFindings(findings: readonly Finding[], paint: Paint): readonly string[] {
  const groups = Map.groupBy(findings, (one) => (one.onlyByGraph === true ? askedTogether(one) : one));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [showFinding([first, ...others], paint)],
  );
}

function showFinding(same: readonly [Finding, ...Finding[]], paint: Paint): string {
  const [finding, ...others] = same;
  const { component, result, why, summary, fixed, kind, kev = [], epss = [] } = finding;
  const { confidence, ssvc, rejected = [], weaknesses = [] } = finding;
  const severities = [...new Set(same.flatMap((one) => one.severities.map(severityInBrief)))];
  const aliases = same.flatMap((one) => (one === finding ? one.aliases : [one.id, ...one.aliases]));
  const sureness = confidenceInBrief(confidence);
  return [
    `${paint(resultColours[result], result)} ${paint('bold', safeText(component))} ${safeText(idsInBrief(same))}${kind === 'vulnerability' ? '' : ` (${kind})`}`,
    `  ${safeText(why)}`,
    ...(sureness === '' ? [] : [paint('yellow', `  ${sureness}`)]),
    ...rejected.map((one) => paint('yellow', `  ${safeText(rejectionInBrief(one))}`)),
    ...(summary === undefined || others.length > 0 ? [] : [`  ${safeText(summary)}`]),
    ...(aliases.length === 0 ? [] : [paint('dim', `  also ${safeText(aliases.join(', '))}`)]),
    ...(severities.length === 0 ? [] : [paint('dim', `  ${safeText(severities.join('; '))}`)]),
    ...kev.map((entry) => paint('red', `  ${safeText(exploitedInBrief(entry))}`)),
    ...epss.map((entry) => paint('dim', `  ${safeText(probabilityInBrief(entry))}`)),
    ...(ssvc === undefined ? [] : [paint('dim', `  ${safeText(ssvcInBrief(ssvc))}`)]),
    ...(weaknesses.length === 0 ? [] : [paint('dim', `  ${weaknesses.join(', ')}`)]),
    ...(fixed.length === 0 ? [] : [paint('dim', `  fixed in ${safeText(fixed.join(', '))}`)]),
    '',
  ].join('\n');
}
