import type { CpeConfiguration, CpeCriterion, CpeNode } from '../../../model/anomalies/cve.ts';
import { shorten } from '../matching/shorten.ts';
import { judgeCriterion } from './judge-criterion.ts';
import type { MappedComponent } from './mapped-component.ts';
import { strongest, undetermined, weakest, type ProductJudgement } from './product-judgement.ts';

/**
 * Judges a component by a configuration of the NVD: whatever else has to be there is not looked for, so that the answer is
 * "affected if". `undefined` when it does not say that the product is defective.
 */
export function judgeConfiguration(
  { operator, negate, nodes }: CpeConfiguration,
  mapped: MappedComponent,
): ProductJudgement | undefined {
  const parts = nodes.map((node) => judgeNode(node, mapped));
  const own = parts.flatMap(({ judged, needs }) => (judged === undefined ? [] : [{ judged, needs }]));
  const all = own.map(({ judged }) => judged);
  const told =
    operator === 'and'
      ? onlyIf(
          weakest(all),
          parts.flatMap(({ needs }) => needs),
        )
      : strongest(own.flatMap(({ judged, needs }) => onlyIf(judged, needs) ?? []));
  return negate ? negated(told) : told;
}

type Part = { readonly judged: ProductJudgement | undefined; readonly needs: readonly string[] };

function judgeNode({ operator, negate, criteria }: CpeNode, mapped: MappedComponent): Part {
  const own = criteria.filter((criterion) => criterion.vulnerable && isOf(criterion, mapped));
  const others = criteria.filter((criterion) => !own.includes(criterion)).map(showCriterion);
  const told = own.map((criterion) => judgeCriterion(criterion, mapped));
  if (own.length === 0)
    return {
      judged: undefined,
      needs: others.length === 0 ? [] : [`${negate ? 'not ' : ''}${among(others, operator)}`],
    };
  const judged = operator === 'and' ? onlyIf(weakest(told), others) : strongest(told);
  return { judged: negate ? negated(judged) : judged, needs: [] };
}

function isOf({ vendor, product }: CpeCriterion, { mapping }: MappedComponent): boolean {
  return vendor === mapping.vendor && product === mapping.product;
}

function showCriterion({ vendor, product, version }: CpeCriterion): string {
  const name = vendor === '' ? product : `${vendor} ${product}`;
  return shorten(version === '*' || version === '-' ? name : `${name} ${version}`);
}

function among(names: readonly string[], operator: CpeNode['operator']): string {
  const different = [...new Set(names)];
  const shown = different.slice(0, 3).join(` ${operator} `);
  return different.length > 3 ? `${shown} or ${different.length - 3} more` : shown;
}

function onlyIf(judged: ProductJudgement | undefined, needs: readonly string[]): ProductJudgement | undefined {
  if (judged === undefined || judged.result === 'not-affected' || needs.length === 0) return judged;
  return { ...judged, ...undetermined(`${judged.reason}, affected if on or with ${needs.slice(0, 3).join(' and ')}`) };
}

/** What is not so by a part that is negated; the databases have not used this so far. */
function negated(judged: ProductJudgement | undefined): ProductJudgement | undefined {
  if (judged === undefined || judged.result === 'undetermined') return judged;
  const result = judged.result === 'affected' ? 'not-affected' : 'affected';
  return { result, reason: `${judged.reason}, and the record negates that` };
}
