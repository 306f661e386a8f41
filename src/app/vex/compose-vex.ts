import { compareText } from '../../base/compare.ts';
import { mergeStatements } from '../../base/vex/merge-statements.ts';
import { vexPart } from '../../base/vex/vex-part.ts';
import { factIn } from '../../dossier/without-placeholders.ts';
import { contentId } from '../../exports/sbom/facts/content-id.ts';
import { productPurl } from '../../exports/sbom/facts/product-purl.ts';
import type { Dossier, FindingEntry, Standing } from '../../model/dossier.ts';
import type { RatedSeverity } from '../../model/anomalies/evaluation.ts';
import type { Verdict } from '../../model/anomalies/verdict.ts';
import type { VexDocument, VexRating, VexStatement } from '../../model/vex/vex-document.ts';

/** What a dossier says of the vulnerabilities of its device, and which findings no statement could be made of. */
export type ComposedVex = { readonly document: VexDocument; readonly gone: readonly FindingEntry[] };

/**
 * Makes a statement of each finding that may concern the device. What nobody has judged, what is to be asked again and
 * what has run out is under investigation and says so; nothing is left out but components that have gone.
 */
export function composeVex({ device, findings, evaluation, today }: Dossier): ComposedVex {
  const { name, version, manufacturer } = device.record.device;
  const facts = { name: factIn(name) ?? name, version: factIn(version) };
  const purl = productPurl({ ...facts, manufacturer, website: undefined, email: undefined });
  const product = vexPart({ id: purl, purl });
  const since = 'evaluation' in evaluation ? evaluation.evaluation.evaluated : today;
  const concerning = findings.filter(({ standing }) => standing.kind !== 'not-needed');
  const present = concerning.filter(({ entry }) => entry !== undefined);
  const aliases = aliasesById(present);
  const statements = present.map(({ finding, standing }): VexStatement => ({
    vulnerability: finding.id,
    aliases: aliases.get(finding.id) ?? [],
    products: [{ part: product, subcomponents: [vexPart({ id: finding.component, purl: finding.component })] }],
    ...sayingOf(standing, since),
    ratings: finding.severities.flatMap(ratingOf),
  }));
  const content = {
    author: factIn(manufacturer) ?? manufacturer,
    issued: `${today}T00:00:00Z`,
    version: '1',
    product,
    statements: mergeStatements(statements),
  };
  return {
    document: { id: `urn:uuid:${contentId(content)}`, ...content },
    gone: concerning.filter(({ entry }) => entry === undefined),
  };
}

/** A vulnerability has the same other names wherever it is. */
function aliasesById(findings: readonly FindingEntry[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(findings, ({ finding }) => finding.id);
  return new Map(
    [...groups].map(([id, group]) => {
      const names = new Set(group.flatMap(({ finding }) => finding.aliases));
      return [id, [...names].toSorted(compareText)];
    }),
  );
}

type Saying = Pick<VexStatement, 'status' | 'justification' | 'impact' | 'action' | 'notes' | 'timestamp'>;

function sayingOf(standing: Standing, evaluated: string): Saying {
  const met = 'met' in standing ? standing.met : undefined;
  if (met === undefined) return investigated('Nobody has judged it yet', evaluated);
  const { verdict } = met.filed;
  if (standing.kind === 'judged') return judged(verdict);
  const was = `The verdict ${verdict.status} of ${verdict.on}`;
  if (standing.kind === 'again')
    return investigated(
      `${was} is to be asked again: ${standing.changed.join('; ')}. It said: ${verdict.reason}`,
      verdict.on,
    );
  if (standing.kind === 'expired')
    return investigated(`${was} ran out on ${standing.until}. It said: ${verdict.reason}`, standing.until);
  return investigated(verdict.reason, verdict.on);
}

function investigated(notes: string, since: string): Saying {
  return { status: 'under_investigation', notes, timestamp: instantOf(since) };
}

/** The reason is the impact where there is none, and a note on the status everywhere else. */
function judged({ status, justification, reason, response, on }: Verdict): Saying {
  const action =
    response === undefined ? undefined : { responses: [response.action], text: response.text, due: response.due };
  return {
    status,
    justification,
    ...(status === 'not_affected' ? { impact: reason } : { notes: reason }),
    action: action ?? (status === 'affected' ? undecided : undefined),
    timestamp: instantOf(on),
  };
}

/** OpenVEX, CSAF and SPDX want an action wherever a product is affected. */
const undecided = { responses: [], text: 'What is done about it is not decided yet' };

function instantOf(day: string): string {
  return `${day}T00:00:00Z`;
}

function ratingOf({ value, score, rating, used }: RatedSeverity): readonly VexRating[] {
  if (used !== true || score === undefined || rating === undefined) return [];
  const kind = kinds.find(([prefix]) => value.startsWith(prefix))?.[1] ?? 'CVSSv2';
  return [{ kind, vector: value, score, rating }];
}

const kinds = [
  ['CVSS:4.0/', 'CVSSv4'],
  ['CVSS:3.1/', 'CVSSv31'],
  ['CVSS:3.0/', 'CVSSv3'],
] as const;
