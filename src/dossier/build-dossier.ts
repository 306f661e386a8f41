import { highestClass } from '../base/classes/highest-class.ts';
import { packageOf } from '../base/packages/purl.ts';
import type { Dossier, ItemEntry } from '../model/dossier.ts';
import type { Entry, Use } from '../model/entry.ts';
import type { Evaluation } from '../model/anomalies/evaluation.ts';
import type { Filed } from '../model/filed.ts';
import type { LicencesFile } from '../model/licences/licences-file.ts';
import type { SoftwareEntry } from '../model/records/software-item.ts';
import type { SoupItem } from '../model/records/soup-item.ts';
import type { Verdicts } from '../model/anomalies/verdict.ts';
import { joinAnomalies, type Published } from './anomalies/join-anomalies.ts';
import { accountFor } from './coverage/account-for.ts';
import { claimSources } from './coverage/claim-sources.ts';
import { classifySoftware } from './coverage/classify-software.ts';
import { decideUses } from './coverage/decide-use.ts';
import { withFacts } from './inventory/with-facts.ts';
import { compareUsage } from './items/compare-usage.ts';
import { inheritJudgements, nothingInherited } from './items/inherit-judgements.ts';
import { judgeLicences } from './licences/judge-licences.ts';
import type { FiledVex } from '../model/vex/vex-evidence.ts';
import { joinStatements } from './vex/join-statements.ts';
import { joinVerdicts } from './join-verdicts.ts';
import { stateOfEvaluation } from './evaluation/state-of-evaluation.ts';
import { checkSystem, groupByPackage } from './system-fit/check-system.ts';
import { buildTrace } from './trace/build-trace.ts';

/** The inventory and the records, before they are joined. */
export type Parts = Pick<
  Dossier,
  | 'today'
  | 'todayHeldBy'
  | 'device'
  | 'unread'
  | 'inventory'
  | 'riskFile'
  | 'verification'
  | 'hashes'
  | 'reviews'
  | 'releases'
  | 'waivers'
  | 'usage'
  | 'metadata'
  | 'licenceFiles'
> &
  Published & {
    readonly items: readonly Filed<SoupItem>[];
    readonly licences: Filed<LicencesFile> | undefined;
    readonly verdicts: readonly Filed<Verdicts>[];
    readonly evaluation: Evaluation | undefined;
    readonly documents?: readonly FiledVex[];
  };

/** Joins inventory and records into the one value that rules, reports and exports read. */
export function buildDossier(given: Parts): Dossier {
  const { inventory, metadata, items: records } = given;
  const components = withFacts(inventory.components, metadata, records);
  const parts = { ...given, inventory: { ...inventory, components } };
  const uses = decideUses(parts.device.record, parts.inventory);
  const claimedBy = claimSources(parts.device.record);
  const software = classifySoftware(parts.device.record.softwareItems);
  const classes = new Map(software.map((one) => [one.item, one.class]));
  const used = parts.inventory.components.map((component) => ({ component, use: uses.get(component.purl) ?? untold }));
  const accounts = accountFor(used, parts.items);
  const entries = used.map(({ component, use }): Entry => {
    const claiming = claimedBy(component);
    return {
      component,
      use,
      claimedBy: claiming,
      class: highestClass(claiming.map((item) => classes.get(item))),
      account: accounts.get(component.purl) ?? { kind: 'unaccounted', reason: 'it was added after the accounting' },
    };
  });
  const items = joinItems(parts, entries, software);
  const judged = joinVerdicts({
    findings: parts.evaluation?.findings ?? [],
    verdicts: parts.verdicts,
    entries,
    today: parts.today,
  });
  const evaluation = stateOfEvaluation(parts);
  return {
    ...parts,
    software,
    entries,
    items,
    licensing: judgeLicences(entries, parts.licences),
    evaluation,
    ...judged,
    trace: buildTrace({ ...parts, software, items, findings: judged.findings }),
    vex: joinStatements({
      documents: parts.documents ?? [],
      evaluation,
      entries,
      device: parts.device.record,
    }),
  };
}

const untold: Use = { scope: 'unknown', decidedBy: 'files', reason: 'no file tells how it is used' };

function joinItems(parts: Parts, entries: readonly Entry[], software: readonly SoftwareEntry[]): readonly ItemEntry[] {
  const { items, usage, device } = parts;
  const inherited = inheritJudgements(items);
  const byPackage = Map.groupBy(
    entries.filter(({ account }) => account.kind !== 'first-party' && account.kind !== 'tool'),
    ({ component }) => packageOf(component.purl),
  );
  const surrounding = groupByPackage(entries);
  const byCover = Map.groupBy(entries, ({ account }) => (account.kind === 'covered' ? account.item : undefined));
  return items.map((filed) => {
    const own = byPackage.get(filed.record.soup) ?? [];
    const covered = byCover.get(filed) ?? [];
    const approved = new Set(filed.record.approved.map(({ version }) => version));
    const safetyClass = highestClass([...own, ...covered].map((entry) => entry.class));
    return {
      filed,
      fits: checkSystem(filed.record.system, device.record.target, { own, byPackage: surrounding }),
      own,
      covered,
      class: safetyClass,
      unapproved: own.flatMap(({ component: { version } }) =>
        version === undefined || approved.has(version) ? [] : [version],
      ),
      inheritance: inherited.get(filed) ?? nothingInherited,
      usage: compareUsage(filed.record, { own, software, usage }),
      anomalies: joinAnomalies(filed, { own, entries, usage, class: safetyClass }, parts, device.record.anomalyLists),
    };
  });
}
