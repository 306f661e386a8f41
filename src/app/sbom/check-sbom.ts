import { UsageError } from '../../base/errors.ts';
import { quote } from '../../base/quote.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import type { RuleSummary } from '../../model/plugs/diagnostic-export.ts';
import type { SbomDocument } from '../../model/inventory/sbom-document.ts';
import type { SbomLevel, SbomProfile, SbomRequirement, SbomVerdict } from '../../model/plugs/sbom-profile.ts';
import { askProfile } from '../../profiles/ask-profile.ts';
import { profiles } from '../../profiles/index.ts';
import type { Host } from '../host.ts';
import { openSbom } from './open-sbom.ts';

/** An SBOM held against profiles, and what was wrong with reading it; no document when it cannot be read. */
export type SbomCheck = {
  readonly document: SbomDocument | undefined;
  readonly verdicts: readonly SbomVerdict[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every entry could be read, and nothing is missing of what must or should be there. */
  readonly complete: boolean;
};

/** The profile that is asked when nobody names one: the one in force. */
const defaultProfile = 'cisa-2026';

/** Asks whether an SBOM of anybody says what the profiles want. Throws `UsageError` for a profile or file that is not there. */
export async function checkSbom(host: Host, file: string, names: readonly string[]): Promise<SbomCheck> {
  const wanted = [...new Set(names.length === 0 ? [defaultProfile] : names)].map(profileOf);
  const { document, diagnostics } = await openSbom(host, file);
  const verdicts = document === undefined ? [] : wanted.map((profile) => askProfile(profile, document));
  const complete = verdicts.length > 0 && verdicts.every((verdict) => verdict.complete) && diagnostics.length === 0;
  return { document, verdicts, diagnostics, complete };
}

/** The gaps as diagnostics; of what merely may be there nothing is missing. */
export function gapDiagnostics({ document, verdicts }: SbomCheck): readonly Diagnostic[] {
  return verdicts.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ requirement, gaps }) => {
      const severity = severities[requirement.level];
      if (severity === undefined) return [];
      const help = helpOf(requirement, document);
      return gaps.map(({ message, at }) => ({ rule: requirement.id, severity, message, place: at, help }));
    }),
  );
}

/** How to fill the gaps of a requirement, in the words of the document's own format. */
export function helpOf({ help }: SbomRequirement, document: SbomDocument | undefined): string {
  return document?.family === 'SPDX' ? help.spdx : help.cyclonedx;
}

/** What a machine format says of the requirements besides their gaps. */
export function requirementSummaries({ document, verdicts }: SbomCheck): readonly RuleSummary[] {
  return verdicts.flatMap(({ profile, outcomes }) =>
    outcomes.map(({ requirement }) => ({
      id: requirement.id,
      title: requirement.title,
      why: `${profile.title}: ${requirement.element} (${requirement.level}).`,
      help: helpOf(requirement, document),
    })),
  );
}

/** What exists only where it exists is told as a note; what may be there is no gap at all. */
const severities: Readonly<Record<SbomLevel, Severity | undefined>> = {
  must: 'error',
  should: 'warning',
  'if-exists': 'note',
  may: undefined,
};

function profileOf(name: string): SbomProfile {
  const profile = profiles.find((one) => one.name === name);
  if (profile !== undefined) return profile;
  throw new UsageError(
    `there is no profile ${quote(name)}`,
    `Take one of ${profiles.map((one) => one.name).join(', ')}.`,
  );
}
