import { isCve } from '../../base/anomalies/is-cve.ts';
import { compareInstants } from '../../base/instant.ts';
import { formatPurl, packageOf } from '../../base/packages/purl.ts';
import type { EvaluationState } from '../../model/dossier.ts';
import type { Device } from '../../model/records/device.ts';
import type { Entry } from '../../model/entry.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import type { VexPart, VexProduct, VexStatement } from '../../model/vex/vex-document.ts';
import {
  unmetKinds,
  type FiledVex,
  type MetStatement,
  type UnmetStatement,
  type VexEvidence,
} from '../../model/vex/vex-evidence.ts';
import { confirmedPart } from './confirmed-part.ts';
import { holdsFor } from './holds-for.ts';

/** Documents of others, and what they may be about. */
export type Unjoined = {
  readonly documents: readonly FiledVex[];
  readonly evaluation: EvaluationState;
  readonly entries: readonly Entry[];
  readonly device: Device;
};

/**
 * Lets statements of others meet the findings that they are about: the same package, every part of the package URL that
 * they give, and any name of the vulnerability. Each product of a statement that meets none is
 * kept with the reason.
 */
export function joinStatements({ documents, evaluation: state, entries, device }: Unjoined): VexEvidence {
  const findings = 'evaluation' in state ? state.evaluation.findings : [];
  const byPackage = Map.groupBy(entries, ({ component }) => packageOf(component.purl));
  const byComponent = Map.groupBy(findings, ({ component }) => component);
  const place = { byPackage, byComponent, findings, state: state.kind, device };
  const about = new Map<Finding, Met[]>();
  const unmet: UnmetStatement[] = [];
  for (const { file, record, document } of documents)
    for (const whole of document.statements) {
      const vex = { file, record };
      const { products: _, ratings: __, ...statement } = whole;
      const meetings = meetEach(whole, place);
      const met = meetings.flatMap((one) => one.met);
      for (const { reasons } of meetings.filter((one) => one.met.length === 0))
        unmet.push({ vex, statement, ...nearest(reasons) });
      for (const { finding, ...how } of met) {
        const others = about.get(finding);
        if (others === undefined) about.set(finding, [{ vex, statement, ...how }]);
        else others.push({ vex, statement, ...how });
      }
    }
  return { documents, about: new Map([...about].map(([finding, met]) => [finding, latestFirst(met)])), unmet };
}

type Met = Omit<MetStatement, 'superseded'>;

type Place = {
  readonly byPackage: ReadonlyMap<string, readonly Entry[]>;
  readonly byComponent: ReadonlyMap<string, readonly Finding[]>;
  readonly findings: readonly Finding[];
  readonly state: EvaluationState['kind'];
  readonly device: Device;
};

type Reason = Pick<UnmetStatement, 'kind' | 'subject' | 'reason'>;

type Meeting = {
  readonly met: readonly (Pick<Met, 'named' | 'within' | 'doubt'> & { readonly finding: Finding })[];
  readonly reasons: readonly Reason[];
};

/** How each product of a statement meets what is here. */
function meetEach(statement: VexStatement, place: Place): readonly Meeting[] {
  if (statement.products.length === 0) return [{ met: [], reasons: [noProduct] }];
  return statement.products.map((product) => meetProduct(product, statement, place));
}

function meetProduct({ part, subcomponents }: VexProduct, statement: VexStatement, place: Place): Meeting {
  const isDevice = isDeviceItself(part, place.device);
  if (isDevice !== 'yes' && isDevice !== 'no') return { met: [], reasons: [isDevice] };
  if (isDevice === 'yes' && subcomponents.length === 0) {
    const met = place.findings.filter((finding) => isNamed(statement, finding));
    return met.length === 0
      ? { met: [], reasons: [noFinding('the device', statement, place)] }
      : { met: met.map((finding) => ({ finding, named: part.id })), reasons: [] };
  }
  if (subcomponents.length === 0) return meetPart(part, statement, place);
  const outer = isDevice === 'yes' ? [] : present(part, place).reasons;
  if (outer.length > 0) return { met: [], reasons: outer };
  const meetings = subcomponents.map((one) => meetPart(one, statement, place));
  return {
    met: meetings.flatMap(({ met }) => met.map((one) => ({ ...one, within: part.id }))),
    reasons: meetings.flatMap(({ reasons }) => reasons),
  };
}

function meetPart(part: VexPart, statement: VexStatement, place: Place): Meeting {
  const { held, reasons } = present(part, place);
  const met = held.flatMap(({ component, doubt }) => {
    const named = (place.byComponent.get(component) ?? []).filter((finding) => isNamed(statement, finding));
    return named.map((finding) => ({ finding, named: part.id, ...(doubt !== undefined && { doubt }) }));
  });
  if (met.length > 0 || reasons.length > 0) return { met, reasons };
  return { met, reasons: [noFinding(part.id, statement, place)] };
}

const noProduct: Reason = { kind: 'no-product', subject: 'no product', reason: 'it names no product' };

/** Without an evaluation nobody knows of a finding whether there is none. */
function noFinding(subject: string, { vulnerability }: VexStatement, { state }: Place): Reason {
  if (state === 'missing')
    return { kind: 'unevaluated', subject, reason: 'published anomalies have not been evaluated' };
  if (state === 'unread') return { kind: 'unread', subject, reason: 'the evaluation cannot be read' };
  return { kind: 'no-finding', subject, reason: `no finding of ${subject} is ${vulnerability}` };
}

/** The components here that a part means, or why there is none. */
function present(
  named: VexPart,
  { byPackage, device }: Place,
): {
  readonly held: readonly { readonly component: string; readonly doubt: string | undefined }[];
  readonly reasons: readonly Reason[];
} {
  const part = confirmedPart(named, device);
  if (part.purl === undefined) {
    const subject = `"${part.name ?? part.id}"${part.vendor === undefined ? '' : ` of "${part.vendor}"`}`;
    const reason = `${subject} has no package URL; a person has to name its package under vexProducts in tureen.yaml`;
    return { held: [], reasons: [{ kind: 'unnamed', subject, reason }] };
  }
  const same = byPackage.get(packageOf(part.purl)) ?? [];
  const absent: Reason = { kind: 'absent', subject: part.purl, reason: `${part.purl} is not in the inventory` };
  if (same.length === 0) return { held: [], reasons: [absent] };
  const held = same.flatMap(({ component }) => {
    const holding = holdsFor(part, component.purl);
    if (holding === 'no') return [];
    return [{ component: component.purl, doubt: holding === 'yes' ? undefined : holding.doubt }];
  });
  const here = same.map(({ component }) => component.version ?? 'of no known version').join(', ');
  const asked = `${part.purl}${part.version === undefined ? '' : ` (${part.version})`}`;
  return { held, reasons: held.length > 0 ? [] : [otherVersion(asked, `and here is ${here}`)] };
}

/** The device is known by the package URL that our own exports give it, or by its name alone. */
function isDeviceItself(part: VexPart, { device }: Device): 'yes' | 'no' | Reason {
  const own = formatPurl({ type: 'generic', name: device.name, version: device.version });
  if (part.purl === own || (part.purl === undefined && part.name === device.name)) return 'yes';
  if (part.purl === undefined || packageOf(part.purl) !== packageOf(own)) return 'no';
  if (packageOf(part.purl) === part.purl) return 'yes';
  return otherVersion(part.purl, `and the device is ${device.version ?? 'of no version'}`);
}

function otherVersion(asked: string, here: string): Reason {
  return { kind: 'other-version', subject: `${asked}, ${here}`, reason: `it is about ${asked}, ${here}` };
}

/** Two CVEs are never one defect, although a document may call one an alias of the other. */
function isNamed({ vulnerability, aliases }: VexStatement, { id, aliases: others }: Finding): boolean {
  const name = vulnerability.toUpperCase();
  const other = id.toUpperCase();
  if (name === other) return true;
  if (isCve(name) && isCve(other)) return false;
  const known = new Set([other, ...others.map((one) => one.toUpperCase())]);
  return [name, ...aliases.map((one) => one.toUpperCase())].some((one) => known.has(one));
}

/** The nearer a statement came, the more its reason tells. */
function nearest(reasons: readonly Reason[]): Reason {
  const nearness = ({ kind }: Reason) => unmetKinds.indexOf(kind);
  const [first = noProduct] = reasons.toSorted((a, b) => nearness(b) - nearness(a));
  const more = new Set(reasons.map(({ reason }) => reason)).size - 1;
  return more > 0 ? { ...first, reason: `${first.reason}; and ${more} more of that kind` } : first;
}

/**
 * The last timestamp counts; what the same author said before it of the same product no longer does. At the same time both do,
 * and what may be about another version takes nothing back.
 */
function latestFirst(met: readonly Met[]): readonly MetStatement[] {
  const latest = new Map<string, string>();
  return met
    .toSorted((a, b) => compareInstants(saidAt(b), saidAt(a)))
    .map((one) => {
      const key = `${one.vex.record.author} ${one.within ?? ''}`;
      const last = latest.get(key);
      if (last === undefined && one.doubt === undefined) latest.set(key, saidAt(one));
      return { ...one, superseded: last !== undefined && compareInstants(saidAt(one), last) < 0 };
    });
}

function saidAt({ statement, vex }: Met): string {
  return statement.timestamp ?? vex.record.issued ?? '';
}
