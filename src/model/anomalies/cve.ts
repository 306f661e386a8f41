import type { StatedSeverity } from './advisory.ts';
import type { KnownExploited } from './fact.ts';

/** A product as CPE and CVE records name it, in lower case: no package, and never taken for one by its name alone. */
export type ProductName = { readonly vendor: string; readonly product: string };

/** One name of NVD's dictionary with a bound of versions (NVD API 2.0, `cpeMatch`). */
export type CpeCriterion = ProductName & {
  /** False where the product is only what the defect needs to run on or with. */
  readonly vulnerable: boolean;
  /** `*` is any version, `-` says that versions do not apply. */
  readonly version: string;
  /** Belongs to the version, such as `beta9`; `*` is any, `-` the release itself. */
  readonly update: string;
  /** The software that it is made for, such as `node.js`; `*` is any. */
  readonly targetSoftware: string;
  readonly from?: string;
  readonly after?: string;
  readonly through?: string;
  readonly until?: string;
};

/** Criteria that are joined by and or or. */
export type CpeNode = {
  readonly operator: 'and' | 'or';
  readonly negate: boolean;
  readonly criteria: readonly CpeCriterion[];
};

/** What has to come together for the defect to be there; several configurations of a record are joined by or. */
export type CpeConfiguration = {
  readonly kind: 'configuration';
  readonly by: string;
  readonly operator: 'and' | 'or';
  readonly negate: boolean;
  readonly nodes: readonly CpeNode[];
};

/** What a CVE record says of a version or a run of versions (CVE JSON 5, `versions`). */
export type VersionStatement = {
  readonly version: string;
  readonly status: VersionStatus;
  readonly type?: string;
  readonly lessThan?: string;
  readonly lessThanOrEqual?: string;
  /** Versions at which the status becomes another, within the run. */
  readonly changes?: readonly { readonly at: string; readonly status: VersionStatus }[];
};

/** Whether a version has the defect. */
export type VersionStatus = 'affected' | 'unaffected' | 'unknown';

/** What one author of a CVE record says of the versions of a product, whatever it is called. */
export type ProductStatement = {
  readonly kind: 'versions';
  readonly by: string;
  readonly products: readonly (ProductName & { readonly targetSoftware: string })[];
  readonly defaultStatus?: VersionStatus;
  readonly versions: readonly VersionStatement[];
  /** The systems that alone have the defect; empty where none are named. */
  readonly platforms: readonly string[];
  readonly functions: readonly string[];
};

/** What one author says of products in a form that cannot be read, so that it leaves the answer open. */
export type UnreadClaim = {
  readonly kind: 'unread';
  readonly by: string;
  readonly products: readonly (ProductName & { readonly targetSoftware: string })[];
  /** What its form has against it. */
  readonly flaw: string;
};

/** A part of a CVE record that speaks of products. */
export type CveClaim = CpeConfiguration | ProductStatement | UnreadClaim;

/** A severity, and who states it. */
export type SourcedSeverity = StatedSeverity & { readonly source: string };

/** What is known for a decision by SSVC 2: exploitation, and what an attacker needs and gains. */
export type SsvcPoints = {
  readonly exploitation?: 'none' | 'poc' | 'active';
  readonly automatable?: 'no' | 'yes';
  readonly technicalImpact?: 'partial' | 'total';
};

/** The values of SSVC that a record states, by whom and when. */
export type StatedSsvc = SsvcPoints & { readonly by: string; readonly dated: string | undefined };

/** A record of the CVE List or of NVD, in one shape. */
export type CveRecord = {
  readonly id: string;
  /** The feed that brought it. */
  readonly feed: 'cve-list' | 'nvd';
  readonly modified: string;
  /** The day or instant on which it was rejected; such a record speaks of no defect any more. */
  readonly rejected: string | undefined;
  readonly summary: string | undefined;
  readonly severities: readonly SourcedSeverity[];
  readonly ssvc: readonly StatedSsvc[];
  /** That it is on a list of exploited vulnerabilities, as the record repeats it. */
  readonly exploited: readonly KnownExploited[];
  /** Weaknesses by their CWE ids. */
  readonly weaknesses: readonly string[];
  readonly claims: readonly CveClaim[];
  /** sha256 of the record as it was read. */
  readonly hash: string;
};

/** What a store knows of CVEs and products that it was asked about. */
export type CvesFound = {
  /** By CVE; their claims are left out. */
  readonly records: ReadonlyMap<string, readonly CveRecord[]>;
  /** By `<vendor>/<product>`. */
  readonly byProduct: ReadonlyMap<string, readonly CveRecord[]>;
};

/** A product that CVE records speak of, and how many do. */
export type KnownProduct = ProductName & {
  readonly records: number;
  readonly targetSoftware: readonly string[];
  readonly latest: string;
};
