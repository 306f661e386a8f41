import { approvalDoubt } from '../../base/anomalies/approval-doubt.ts';
import { approvalInBrief } from '../../base/anomalies/approval-in-brief.ts';
import { ssvcInBrief } from '../../base/facts-in-brief.ts';
import { decideAsDeployer, decideAsSupplier } from '../../base/ssvc/decide-priority.ts';
import { prioritiesInBrief } from '../../base/ssvc/priorities-in-brief.ts';
import type { SsvcContext } from '../../model/anomalies/ssvc-context.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { standingRow } from '../../base/judgement/standing-row.ts';
import type { Dossier, FiledVerdict } from '../../model/dossier.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import type { Filed } from '../../model/filed.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';
import type { MetStatement } from '../../model/vex/vex-evidence.ts';
import type { Case, Triage, TriedFinding } from './open-triage.ts';
import { namedFew } from '../../rules/named-few.ts';
import { reasonsFor, type Reasons } from '../explain/reasons-for.ts';

/** Everything that a person needs to judge one defect. */
export type Evidence = {
  readonly case: Case;
  readonly subjects: readonly (TriedFinding & {
    readonly reasons: Reasons;
    readonly stated: readonly MetStatement[];
    /** How the verdict that it has, or had, stands with its approval; `undefined` where there is none. */
    readonly approval: string | undefined;
  })[];
  /** The day of the last review; `undefined` where there was none, so that nothing can be new since. */
  readonly lastReview: string | undefined;
  /** The SOUP items that account for the components. */
  readonly items: readonly Filed<SoupItem>[];
  /** Verdicts on other findings of the same packages: they may say what holds here, too. */
  readonly nearby: readonly FiledVerdict[];
  /** How urgent it is by the tables of SSVC; empty where nothing is known of it. */
  readonly urgency: readonly string[];
  /** What is worth a look before judging; nothing of it is a verdict. */
  readonly hints: readonly string[];
};

/** Collects the evidence for one defect. */
export function describeCase({ dossier, lastReview }: Triage, one: Case): Evidence {
  const subjects = one.findings.map((each) => ({
    ...each,
    reasons: reasonsFor(dossier, each.entry),
    stated: dossier.vex.about.get(each.finding) ?? [],
    approval: approvalOf(each, dossier),
  }));
  const items = new Set(one.findings.flatMap(({ entry }) => ('item' in entry.account ? [entry.account.item] : [])));
  const soups = new Set(one.findings.map(({ finding }) => packageOf(finding.component)));
  const met = new Set(one.findings.flatMap(({ standing }) => ('met' in standing ? (standing.met?.filed ?? []) : [])));
  const nearby = dossier.verdicts.filter(
    (each) => !isOneOf(met, each) && each.verdict.judged.some((judged) => soups.has(judged.package)),
  );
  const { ssvc } = one.findings[0]?.finding ?? {};
  const urgency = ssvc === undefined ? [] : [ssvcInBrief(ssvc), prioritiesInBrief(ssvc, dossier.device.record.ssvc)];
  return {
    case: one,
    subjects,
    lastReview,
    items: [...items],
    nearby,
    urgency,
    hints: hintsAbout(subjects),
  };
}

function approvalOf({ standing }: TriedFinding, { device, today }: Dossier): string | undefined {
  if (!('met' in standing) || standing.met === undefined) return undefined;
  const { verdict } = standing.met.filed;
  const asked = { approvers: device.record.vulnerabilityReview?.approvers, today };
  const brief = approvalInBrief(verdict, asked);
  return approvalDoubt(verdict, asked) === undefined ? brief : `it ${brief}`;
}

function isOneOf(some: ReadonlySet<FiledVerdict>, { file, index }: FiledVerdict): boolean {
  return [...some].some((one) => one.file === file && one.index === index);
}

/** What is not worth a look at every component says at which it is. */
function hintsAbout(subjects: Evidence['subjects']): readonly string[] {
  const told = subjects.flatMap((one) => hintsFor(one).map((hint) => [hint, one.finding.component] as const));
  return [...Map.groupBy(told, ([hint]) => hint)].map(([hint, of]) =>
    of.length === subjects.length ? hint : `${namedFew(of.map(([, component]) => component))}: ${hint}`,
  );
}

function hintsFor({ finding, entry, reasons, stated }: Evidence['subjects'][number]): readonly string[] {
  const { sites, lookedThrough } = reasons.imports;
  const names = finding.functions ?? [];
  return [
    ...(finding.kind === 'malware' ? ['the package is malicious: that is an incident, not a defect to weigh'] : []),
    ...(entry.use.scope === 'development' ? ['it is a tool: does anything of it reach the product or its data?'] : []),
    ...(lookedThrough.length > 0 && sites.length === 0
      ? ['no line of the product imports it; who calls it then?']
      : []),
    ...(names.length > 0 ? [`is any of these called: ${names.slice(0, 5).join(', ')}?`] : []),
    ...(finding.fixed.length > 0 ? [`an update is possible: fixed in ${finding.fixed.join(', ')}`] : []),
    ...(stated.some(({ superseded }) => !superseded)
      ? ['others state something of it; is it true in this device, too?']
      : []),
    ...(finding.result === 'undetermined' ? ['the versions cannot be compared: look into the record itself'] : []),
  ];
}

/** A case as machines read it, without the evidence that `why` tells. */
export function caseAsJson({ id, isNew, findings }: Case, context: SsvcContext | undefined) {
  const [first] = findings;
  return {
    id,
    isNew,
    ...(first === undefined ? {} : pickFacts(first.finding, context)),
    components: findings.map(({ finding, entry, standing }) => ({
      purl: finding.component,
      result: finding.result,
      why: finding.why,
      fixed: finding.fixed,
      scope: entry.use.scope,
      class: entry.class,
      record: 'item' in entry.account ? entry.account.item.file : undefined,
      ...standingRow(standing),
    })),
  };
}

function pickFacts({ aliases, kind, summary, severities, functions, ssvc }: Finding, context: SsvcContext | undefined) {
  return {
    aliases,
    kind,
    summary,
    severities,
    functions: functions ?? [],
    ...(ssvc !== undefined && {
      ssvc: {
        ...ssvc,
        supplier: decideAsSupplier(ssvc, context ?? {}),
        deployer: decideAsDeployer(ssvc, context ?? {}),
      },
    }),
  };
}
