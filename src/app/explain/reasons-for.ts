import { judgedItem, type JudgedItem } from './judged-item.ts';
import { anomalyState, type AnomalyState } from '../../base/anomalies/anomaly-state.ts';
import { sideBySide, type SideBySide } from '../../base/packages/side-by-side.ts';
import type { SafetyClass } from '../../model/clause.ts';
import type { Component } from '../../model/component.ts';
import type { Dossier, EvaluationState, Standing } from '../../model/dossier.ts';
import type { Account, Entry, Use } from '../../model/entry.ts';
import type { ComponentSupport, Finding } from '../../model/anomalies/evaluation.ts';
import type { MetStatement } from '../../model/vex/vex-evidence.ts';
import type { SoftwareEntry } from '../../model/records/software-item.ts';
import { detectedIn, type DetectedIn } from '../licences/detected-in.ts';
import type { ImportSite, LookedAt, Usage } from '../../model/inventory/usage.ts';

/** Everything that is known of why one component is here. */
export type Reasons = {
  readonly component: Component;
  /** Shortest ways from the product to the component, by package URL; empty where no file tells. */
  readonly paths: readonly (readonly string[])[];
  readonly use: Use;
  readonly softwareItems: readonly ClaimingItem[];
  readonly class: SafetyClass | undefined;
  readonly account: {
    readonly kind: Account['kind'];
    readonly record: string | undefined;
    readonly reason: string | undefined;
  };
  /** The lines of the product's own sources that import it, and the languages in which such lines were looked for. */
  readonly imports: { readonly sites: readonly ImportSite[]; readonly lookedThrough: readonly LookedAt[] };
  /** What registries and people state of it, beside what the files do. */
  readonly facts: readonly SideBySide[];
  /** What is known of the last evaluation. */
  readonly evaluation: EvaluationState['kind'];
  /** Why no source of advisories covers it, so that to have no finding says nothing; `undefined` where one does, or nobody evaluated. */
  readonly uncovered: string | undefined;
  /** `undefined` when there is no evaluation, or none that can be read. */
  readonly findings:
    | readonly (Finding & { readonly standing: Standing; readonly stated: readonly MetStatement[] })[]
    | undefined;
  /** What the licence files of its installed package hold: a fact of its own beside what is declared. */
  readonly detected: readonly DetectedIn[];
  /** What people judged about the SOUP item that it is; `undefined` where it is none of its own. */
  readonly judged: JudgedItem | undefined;
  /** Whether published anomalies of the SOUP item that it is were checked; `undefined` where it is none of its own. */
  readonly anomalies: AnomalyState | undefined;
  /** Until when it is supported, by lists that tell, and the day as of which; empty where none tells. */
  readonly support: { readonly asOf: string; readonly cycles: readonly ComponentSupport[] } | undefined;
};

/** A software item that claims a component, with the ids of the items around it, outermost first. */
export type ClaimingItem = {
  readonly id: string;
  readonly partOf: readonly string[];
  readonly class: SafetyClass;
  readonly classFrom: SoftwareEntry['classFrom'];
};

/** Collects why a component of a dossier is here. */
export function reasonsFor(dossier: Dossier, entry: Entry): Reasons {
  const { component, use, claimedBy, account } = entry;
  const item = account.kind === 'own' ? dossier.items.find(({ filed }) => filed === account.item) : undefined;
  return {
    component,
    paths: pathsTo(dossier, component.purl),
    use,
    softwareItems: dossier.software.flatMap((one) => (claimedBy.includes(one.item) ? [claimOf(one)] : [])),
    class: entry.class,
    account: {
      kind: account.kind,
      record: 'item' in account ? account.item.file : undefined,
      reason: 'reason' in account ? account.reason : 'evidence' in account ? account.evidence : undefined,
    },
    imports: importsOf(dossier.usage, component),
    facts: sideBySide(withInstalled(dossier, component)),
    detected: detectedIn(dossier.licenceFiles, component.purl),
    judged: item && judgedItem(item, dossier),
    anomalies: item && anomalyState(item),
    support: supportIn(dossier, component),
    evaluation: dossier.evaluation.kind,
    uncovered:
      'evaluation' in dossier.evaluation
        ? dossier.evaluation.evaluation.uncovered.find((one) => one.component === component.purl)?.reason
        : undefined,
    findings:
      'evaluation' in dossier.evaluation
        ? dossier.findings
            .filter(({ finding }) => finding.component === component.purl)
            .map(({ finding, standing }) => ({ ...finding, standing, stated: dossier.vex.about.get(finding) ?? [] }))
        : undefined,
  };
}

function claimOf({ item, path, class: inForce, classFrom }: SoftwareEntry): ClaimingItem {
  return { id: item.id, partOf: path.slice(0, -1).map(({ id }) => id), class: inForce, classFrom };
}

/** With what the installed package states of itself. */
function withInstalled({ licenceFiles: found }: Dossier, component: Component): Component {
  const installed = found.kind === 'looked' ? (found.installed.get(component.purl) ?? []) : [];
  return installed.length === 0 ? component : { ...component, stated: [...(component.stated ?? []), ...installed] };
}

function supportIn({ evaluation: state }: Dossier, { purl }: Component): Reasons['support'] {
  if (!('evaluation' in state) || state.evaluation.support === undefined) return undefined;
  const { evaluated: asOf, support } = state.evaluation;
  return { asOf, cycles: support.filter(({ component }) => component === purl) };
}

function importsOf(usage: Usage, { purl, type }: Component): Reasons['imports'] {
  if (usage.kind === 'not-looked') return { sites: [], lookedThrough: [] };
  return {
    sites: usage.importedAt.get(purl) ?? [],
    lookedThrough: usage.languages.filter(({ types }) => types.includes(type)),
  };
}

/** Walks from the component upwards to the product's own packages: one shortest path for each of at most three of them. */
function pathsTo({ entries }: Dossier, purl: string): readonly (readonly string[])[] {
  const neededBy = new Map<string, string[]>();
  for (const { component } of entries) {
    for (const needed of component.dependsOn ?? []) {
      const others = neededBy.get(needed);
      if (others === undefined) neededBy.set(needed, [component.purl]);
      else others.push(component.purl);
    }
  }
  const own = new Set(entries.filter(({ component }) => component.firstParty).map(({ component }) => component.purl));
  const cameFrom = new Map<string, string | undefined>([[purl, undefined]]);
  const found: string[] = [];
  for (const current of cameFrom.keys()) {
    if (own.has(current) && current !== purl) found.push(current);
    for (const parent of neededBy.get(current) ?? []) if (!cameFrom.has(parent)) cameFrom.set(parent, current);
  }
  return found.slice(0, 3).map((top) => {
    const path = [top];
    for (let next = cameFrom.get(top); next !== undefined; next = cameFrom.get(next)) path.push(next);
    return path;
  });
}
