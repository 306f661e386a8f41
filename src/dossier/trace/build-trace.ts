import { globs } from '../../base/paths/glob.ts';
import type { Dossier, ItemEntry } from '../../model/dossier.ts';
import type { KeyPath, Place } from '../../model/place.ts';
import type { FailureControl, RiskControl } from '../../model/risks/risk-control.ts';
import type { RiskMatrix } from '../../model/risks/risk-matrix.ts';
import type { Standing, Trace, TraceKind, TraceNode } from '../../model/trace.ts';
import { controlFacts, estimateFacts, itemFacts, limitFacts } from './node-facts.ts';
import { testStandings, type Standings, type Verified } from './test-standings.ts';

/** What the trace is made of. */
export type Traced = Pick<
  Dossier,
  'device' | 'software' | 'items' | 'riskFile' | 'findings' | 'verification' | 'hashes'
>;

/** Links everything that the records name, from hazardous situations to evidence; what leads nowhere becomes a node, too. */
export function buildTrace(traced: Traced): Trace {
  const draft = newDraft(testStandings(traced));
  const rules: Rules = { matrix: traced.device.record.riskMatrix, external: externalRequirements(traced) };
  const { device, software, items, riskFile } = traced;
  software.forEach(({ item: { id, name, parent, segregation }, class: inForce }, index) => {
    const at: At = (...keys) => ({ file: device.file, keyPath: ['softwareItems', index, ...keys] });
    draft.node(id, 'software-item', name, at(), [`class ${inForce}`]);
    if (parent !== undefined) draft.link(parent, id, at('parent'));
    segregation?.evidence.forEach((name, position) =>
      draft.verify(id, 'control', name, at('segregation', 'evidence', position), undefined),
    );
  });
  riskFile?.record.risks.forEach((risk, index) => {
    const at = (...keys: KeyPath): Place => ({ file: riskFile.file, keyPath: ['risks', index, ...keys] });
    draft.node(risk.id, 'risk', risk.hazardousSituation, at(), estimateFacts(rules.matrix, risk));
    risk.softwareItems.forEach((id, position) => draft.link(risk.id, id, at('softwareItems', position)));
  });
  for (const item of items) addItem(draft, item, rules);
  riskFile?.record.risks.forEach((risk, index) =>
    risk.controls.forEach((control, position) => {
      const at = (...keys: KeyPath): Place => ({
        file: riskFile.file,
        keyPath: ['risks', index, 'controls', position, ...keys],
      });
      draft.link(risk.id, control.id, at());
      addControl(draft, control, at, rules);
    }),
  );
  addAnomalies(draft, traced);
  return draft.finish();
}

type Rules = { readonly matrix: RiskMatrix | undefined; readonly external: External };

/** The document in which a requirement on the device itself stands; `undefined` for any other id. */
type External = (id: string) => string | undefined;

function externalRequirements({ device }: Traced): External {
  const { softwareRequirements: elsewhere } = device.record;
  if (elsewhere === undefined) return () => undefined;
  const isThere = globs(elsewhere.ids);
  return (id) => (isThere(id) ? elsewhere.document : undefined);
}

type At = (...keys: KeyPath) => Place;

function addItem(draft: Draft, item: ItemEntry, rules: Rules): void {
  const { file, record } = item.filed;
  draft.node(record.soup, 'soup-item', record.title ?? record.soup, { file, keyPath: ['soup'] }, itemFacts(record));
  const users = new Set([...item.own, ...item.covered].flatMap(({ claimedBy }) => claimedBy.map(({ id }) => id)));
  for (const id of users) draft.link(id, record.soup, { file, keyPath: ['soup'] });
  addSegregation(draft, item);
  addInherited(draft, item);
  record.failureModes.forEach((failure, index) => {
    const at: At = (...keys) => ({ file, keyPath: ['failureModes', index, ...keys] });
    draft.node(failure.id, 'failure-mode', failure.mode, at(), estimateFacts(rules.matrix, failure));
    draft.link(record.soup, failure.id, at());
    failure.risks.forEach((risk, position) => draft.link(risk, failure.id, at('risks', position)));
    failure.controls.forEach((control, position) => {
      const inside: At = (...keys) => at('controls', position, ...keys);
      draft.link(failure.id, control.id, inside());
      addControl(draft, control, inside, rules, item);
      control.riskControls.forEach((id, place) => draft.link(control.id, id, inside('riskControls', place)));
    });
  });
  record.requirements.forEach((requirement, index) => {
    const at: At = (...keys) => ({ file, keyPath: ['requirements', index, ...keys] });
    draft.node(requirement.id, 'requirement', requirement.text, at(), limitFacts(requirement));
    draft.link(record.soup, requirement.id, at());
    requirement.verifiedBy.forEach((name, position) =>
      draft.verify(requirement.id, 'requirement', name, at('verifiedBy', position), item),
    );
  });
}

/** What keeps the item from harming others, and the tests that show it. */
function addSegregation(draft: Draft, item: ItemEntry): void {
  const { file, record } = item.filed;
  record.segregation?.evidence.forEach((name, position) =>
    draft.verify(record.soup, 'control', name, { file, keyPath: ['segregation', 'evidence', position] }, item),
  );
}

/** An inherited failure mode is a cause in this item, too, and an inherited requirement holds for it. */
function addInherited(draft: Draft, { filed: { file, record }, inheritance }: ItemEntry): void {
  for (const judgement of ['failureModes', 'requirements'] as const) {
    const held = inheritance.held.get(judgement);
    if (held === undefined) continue;
    for (const { id } of held.holder.record[judgement])
      draft.link(record.soup, id, { file, keyPath: ['inherits', held.index] });
  }
}

function addControl(
  draft: Draft,
  control: FailureControl | RiskControl,
  at: At,
  { external }: Rules,
  item?: ItemEntry,
): void {
  draft.node(control.id, 'control', control.text, at(), controlFacts(control));
  control.requirements.forEach((id, position) => {
    const document = external(id);
    if (document !== undefined) draft.node(id, 'requirement', document, at('requirements', position));
    draft.link(control.id, id, at('requirements', position));
  });
  control.verifiedBy.forEach((name, position) =>
    draft.verify(control.id, 'control', name, at('verifiedBy', position), item),
  );
}

/** Anomalies that may concern the device, under their item and under what their verdict says they can lead to. */
function addAnomalies(draft: Draft, { findings }: Traced): void {
  for (const { finding, index, entry, standing } of findings) {
    const verdict = 'met' in standing ? standing.met?.filed : undefined;
    if (finding.result === 'not-affected' && verdict === undefined) continue;
    const place: Place =
      verdict === undefined
        ? { file: 'soup/anomalies.lock.json', keyPath: ['findings', index] }
        : { file: verdict.file, keyPath: ['verdicts', verdict.index] };
    draft.node(finding.id, 'anomaly', `${finding.result} by the data, verdict: ${verdictInBrief(standing)}`, place);
    if (entry !== undefined && 'item' in entry.account) draft.link(entry.account.item.record.soup, finding.id, place);
    const safety = verdict?.verdict.safety;
    if (safety === undefined || 'none' in safety) continue;
    for (const id of [...safety.failureModes, ...safety.risks]) draft.link(id, finding.id, place);
  }
}

/** A verdict that waits for another look is told with what it waits for: its status alone would say that all is judged. */
function verdictInBrief(standing: Traced['findings'][number]['standing']): string {
  if (!('met' in standing) || standing.met === undefined) return 'not judged yet';
  const { status } = standing.met.filed.verdict;
  if (standing.kind === 'again') return `${status}, to be judged again: ${standing.changed.join('; ')}`;
  return standing.kind === 'expired' ? `${status}, which ran out on ${standing.until}` : status;
}

type Draft = {
  readonly node: (id: string, kind: TraceKind, title: string, place: Place, facts?: readonly string[]) => void;
  readonly link: (from: string, to: string, place: Place) => void;
  readonly verify: (from: string, verified: Verified, name: string, place: Place, item: ItemEntry | undefined) => void;
  readonly finish: () => Trace;
};

function newDraft(standings: Standings): Draft {
  const nodes = new Map<string, TraceNode>();
  const links = new Map<string, Trace['links'][number]>();
  const add = (id: string, kind: TraceKind, title: string, place?: Place, facts: readonly string[] = []) => {
    if (!nodes.has(id)) nodes.set(id, { id, kind, title, facts, place });
  };
  const connect = (from: string, to: string, place: Place, standing?: Standing) => {
    const key = JSON.stringify([from, to]);
    if (!links.has(key)) links.set(key, { from, to, place, ...(standing && { standing }) });
  };
  return {
    node: add,
    link: connect,
    verify: (from, verified, name, place, item) => {
      const standing = standings(name, verified, item);
      add(name, standing.kind === 'document' ? 'document' : 'test', '');
      connect(from, name, place, standing);
    },
    finish: () => {
      for (const { from, to, place } of links.values())
        for (const id of [from, to]) add(id, 'nothing', 'leads nowhere', place);
      return { nodes, links: [...links.values()] };
    },
  };
}
