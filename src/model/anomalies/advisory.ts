/** A bound of a range of affected versions, as the OSV schema 1.7 writes it. */
export type RangeEvent =
  | { readonly introduced: string }
  | { readonly fixed: string }
  | { readonly lastAffected: string }
  | { readonly limit: string };

/** A run of affected versions; `git` ranges hold commits and cannot be compared without their graph. */
export type AffectedRange = {
  readonly kind: 'semver' | 'ecosystem' | 'git';
  readonly events: readonly RangeEvent[];
};

/** One package that an advisory speaks of; the same package may stand in several entries, which are joined by or. */
export type AffectedPackage = {
  /** The OSV ecosystem with its suffix, such as `Debian:12`. */
  readonly ecosystem: string;
  readonly name: string;
  readonly ranges: readonly AffectedRange[];
  /** Affected versions one by one, in addition to the ranges. */
  readonly versions: readonly string[];
  /** Functions or symbols that hold the defect, where the advisory names them. */
  readonly functions: readonly string[];
};

/** A severity as its author states it; several versions of CVSS may stand side by side. */
export type StatedSeverity = { readonly kind: string; readonly value: string };

/** A published defect, from any feed, in one shape. */
export type Advisory = {
  readonly id: string;
  /** The feed that brought it. */
  readonly feed: string;
  readonly modified: string;
  readonly withdrawn: string | undefined;
  /**
   * Malware is an incident, not a vulnerability; unmaintained, unsound and notice are anomalies to show, among the notices
   * what distributions publish of fixes that are not for security.
   */
  readonly kind: 'vulnerability' | 'malware' | 'unmaintained' | 'unsound' | 'notice';
  readonly summary: string | undefined;
  readonly aliases: readonly string[];
  readonly upstream: readonly string[];
  readonly related: readonly string[];
  readonly severities: readonly StatedSeverity[];
  readonly affected: readonly AffectedPackage[];
  /** sha256 of the record as it was read. */
  readonly hash: string;
};
