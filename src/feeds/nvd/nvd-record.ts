import { hash } from 'node:crypto';
import { parseCpe } from '../../base/cpe/parse-cpe.ts';
import { productName } from '../../base/cpe/product-name.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { oneLine } from '../../base/one-line.ts';
import type { CpeConfiguration, CpeCriterion, SourcedSeverity } from '../../model/anomalies/cve.ts';
import type { KnownExploited } from '../../model/anomalies/fact.ts';
import { badNames } from '../cve/bad-names.ts';
import type { ReadCve } from '../cve/read-cve.ts';
import { nvdAuthor } from './nvd-author.ts';
import { keepReadableNvd } from './keep-readable-nvd.ts';
import { unknownInstant } from '../unknown-instant.ts';
import { flawOf } from '../flaw-of.ts';
import { instantOf } from '../cve/instant-of.ts';
import { nvdSchema, type NvdConfiguration, type NvdDocument } from './nvd-schema.ts';

/**
 * Reads one vulnerability of the NVD; its bytes are those that prove which state was read. Of one that fails the schema,
 * what is left without the parts that do.
 */
export function readNvdRecord(value: unknown, bytes: Uint8Array): ReadCve {
  const checked = checkSchema(nvdSchema, value);
  if (checked.ok) return toRecord(checked.value, bytes);
  const flaws = checked.problems.map(flawOf);
  const left = keepReadableNvd(value, checked.problems);
  const read = left === undefined ? undefined : toRecord(left.record, bytes);
  if (left === undefined || read === undefined || 'unreadable' in read)
    return { unreadable: flaws[0] ?? 'it is no entry of the NVD' };
  return { cve: { ...read.cve, claims: [...read.cve.claims, ...left.unread] }, flaws: [...flaws, ...read.flaws] };
}

function toRecord({ cve, _annotation: annotation }: NvdDocument, bytes: Uint8Array): ReadCve {
  const id = cve.id ?? annotation?.cve_id;
  if (id === undefined) return { unreadable: '"cve.id" is missing' };
  const names = (cve.configurations ?? []).flatMap(({ nodes }) => nodes.flatMap(({ cpeMatch }) => cpeMatch));
  const modified = instantOf(cve.lastModified ?? annotation?.modified) ?? unknownInstant;
  const description = cve.descriptions?.find(({ lang }) => lang === 'en')?.value ?? annotation?.description;
  return {
    flaws: badNames(names.map(({ criteria }) => criteria)),
    cve: {
      id,
      feed: 'nvd',
      modified,
      rejected: cve.vulnStatus === 'Rejected' ? modified : undefined,
      summary: description === undefined || description.trim() === '' ? undefined : oneLine(description, 300),
      severities: severitiesOf(cve),
      ssvc: [],
      exploited: exploitedOf(id, cve),
      weaknesses: weaknessesOf(cve),
      claims: (cve.configurations ?? []).map((one) => configurationOf(one, nvdAuthor(annotation))),
      hash: hash('sha256', bytes),
    },
  };
}

function severitiesOf({ metrics }: NvdDocument['cve']): SourcedSeverity[] {
  const { cvssMetricV2 = [], cvssMetricV30 = [], cvssMetricV31 = [], cvssMetricV40 = [] } = metrics ?? {};
  return [
    { kind: 'CVSS_V2', stated: cvssMetricV2 },
    { kind: 'CVSS_V3', stated: cvssMetricV30 },
    { kind: 'CVSS_V3', stated: cvssMetricV31 },
    { kind: 'CVSS_V4', stated: cvssMetricV40 },
  ].flatMap(({ kind, stated }) =>
    stated.map(({ source, cvssData }) => ({
      kind,
      value: cvssData.vectorString,
      source: source === undefined || source === 'nvd@nist.gov' ? 'NVD' : `${oneLine(source, 60)} in the NVD`,
    })),
  );
}

/** The NVD repeats what stands in CISA's catalogue. */
function exploitedOf(id: string, { cisaExploitAdd: added, cisaActionDue: due }: NvdDocument['cve']): KnownExploited[] {
  return added === undefined ? [] : [{ id, by: 'CISA in the NVD', added, due, ransomware: 'unknown' }];
}

function weaknessesOf({ weaknesses = [] }: NvdDocument['cve']): string[] {
  const ids = weaknesses.flatMap(({ description }) => description.map(({ value }) => value));
  return [...new Set(ids)].filter((cwe) => /^CWE-\d{1,6}$/.test(cwe)).toSorted();
}

/** A name that cannot be read counts as one that nobody can confirm: its node stays, so that `and` keeps its meaning. */
function configurationOf({ operator, negate, nodes }: NvdConfiguration, by: string): CpeConfiguration {
  return {
    kind: 'configuration',
    by,
    operator: operator === 'AND' ? 'and' : 'or',
    negate: negate === true,
    nodes: nodes.map((node) => ({
      operator: node.operator === 'AND' ? 'and' : 'or',
      negate: node.negate === true,
      criteria: node.cpeMatch.map(criterionOf),
    })),
  };
}

function criterionOf(match: NvdConfiguration['nodes'][number]['cpeMatch'][number]): CpeCriterion {
  const cpe = parseCpe(match.criteria);
  const { vendor, product } = cpe ?? { vendor: '', product: oneLine(match.criteria, 100) };
  const { versionStartIncluding: from, versionStartExcluding: after } = match;
  const { versionEndIncluding: through, versionEndExcluding: until } = match;
  return {
    ...productName(vendor, product),
    vulnerable: match.vulnerable && cpe !== undefined,
    version: cpe?.version ?? '*',
    update: cpe?.update ?? '*',
    targetSoftware: cpe?.targetSoftware ?? '*',
    ...(from !== undefined && { from }),
    ...(after !== undefined && { after }),
    ...(through !== undefined && { through }),
    ...(until !== undefined && { until }),
  };
}
