import { hash } from 'node:crypto';
import { parseCpe } from '../../base/cpe/parse-cpe.ts';
import { productName } from '../../base/cpe/product-name.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { oneLine } from '../../base/one-line.ts';
import type { CpeConfiguration, CpeCriterion, SourcedSeverity } from '../../model/anomalies/cve.ts';
import type { KnownExploited } from '../../model/anomalies/fact.ts';
import type { ReadCve } from '../cve/cve-record.ts';
import { instantOf } from '../cve/instant-of.ts';
import { nvdSchema, type NvdConfiguration, type NvdDocument } from './nvd-schema.ts';

/** Reads one vulnerability of the NVD; its bytes are those that prove which state was read. */
export function readNvdRecord(value: unknown, bytes: Uint8Array): ReadCve {
  const checked = checkSchema(nvdSchema, value);
  if (!checked.ok) {
    const [{ keyPath, message } = { keyPath: [], message: 'not an entry of the NVD' }] = checked.problems;
    return { unreadable: keyPath.length === 0 ? message : `"${keyPath.join('.')}": ${message}` };
  }
  const id = checked.value.cve.id ?? checked.value._annotation?.cve_id;
  return id === undefined ? { unreadable: '"cve.id" is missing' } : toRecord(id, checked.value, bytes);
}

function toRecord(id: string, { cve, _annotation: annotation }: NvdDocument, bytes: Uint8Array): ReadCve {
  const names = (cve.configurations ?? []).flatMap(({ nodes }) => nodes.flatMap(({ cpeMatch }) => cpeMatch));
  const badNames = [...new Set(names.map(({ criteria }) => criteria))].filter((name) => parseCpe(name) === undefined);
  const modified = instantOf(cve.lastModified ?? annotation?.modified) ?? '0001-01-01T00:00:00Z';
  const description = cve.descriptions?.find(({ lang }) => lang === 'en')?.value ?? annotation?.description;
  return {
    badNames,
    cve: {
      id,
      feed: 'nvd',
      modified,
      published: instantOf(cve.published ?? annotation?.published),
      rejected: cve.vulnStatus === 'Rejected' ? modified : undefined,
      summary: description === undefined || description.trim() === '' ? undefined : oneLine(description, 300),
      severities: severitiesOf(cve),
      ssvc: [],
      exploited: exploitedOf(id, cve),
      weaknesses: weaknessesOf(cve),
      claims: (cve.configurations ?? []).map((one) =>
        configurationOf(one, annotation === undefined ? 'NVD' : 'NVD data with corrections'),
      ),
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
