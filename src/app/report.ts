import { UsageError } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import { nearestKey } from '../base/nearest-key.ts';
import { applyRules } from '../dossier/apply-rules.ts';
import { sortRules, tellWaiting } from '../dossier/waiting-rules.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { reports } from '../reports/index.ts';
import { chooseRules } from '../rules/choose-rules.ts';
import { rules } from '../rules/index.ts';
import { writers } from '../writers/index.ts';
import type { Host } from './host.ts';
import { openDossier } from './open-dossier.ts';

/** A document in one look. */
export type Reported = {
  readonly content: string | Uint8Array;
  readonly extension: string;
  /** What is wrong with the files that it was made from; what they hold may be missing from it. */
  readonly diagnostics: readonly Diagnostic[];
};

/** Makes a report of the host's folder, or of one software item. Throws `UsageError` for a report or format that is not known, or records that cannot be loaded. */
export async function report(host: Host, name: string, format: string, item?: string): Promise<Reported> {
  const chosen = reports.find((candidate) => candidate.name === name);
  const writer = writers.find((candidate) => candidate.name === format);
  if (chosen === undefined) throw new UsageError(`there is no report ${quote(name)}`, helpAmong(reports, name));
  if (writer === undefined) throw new UsageError(`there is no format ${quote(format)}`, helpAmong(writers, format));
  const { dossier: whole, diagnostics } = await openDossier(host, {
    licences: chosen.reads === 'licence-files',
    usage: chosen.reads === 'imports',
  });
  if (whole === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const dossier = item === undefined ? whole : onlyOf(whole, item);
  const { asked, waiting } = sortRules(chooseRules(rules, dossier.device).rules, dossier.unread);
  const found = [...diagnostics, ...tellWaiting(waiting), ...applyRules(asked, dossier)];
  const text = writer.write(chosen.compose(dossier, found));
  const content = writer.gives === 'file' ? text : await host.typesetter.pdf(text, host.clock.now());
  return { content, extension: writer.extension, diagnostics };
}

/** What one software item holds. Throws `UsageError` where the device has no such item. */
function onlyOf(dossier: Dossier, item: string): Dossier {
  const { softwareItems } = dossier.device.record;
  if (!softwareItems.some(({ id }) => id === item))
    throw new UsageError(
      `there is no software item "${item}"`,
      `Take one of ${softwareItems.map(({ id }) => id).join(', ') || 'those that tureen.yaml is to name'}.`,
    );
  const entries = dossier.entries
    .filter(({ claimedBy }) => claimedBy.some(({ id }) => id === item))
    .map((entry) => ({ ...entry, claimedBy: entry.claimedBy.filter(({ id }) => id === item) }));
  const judged = dossier.licensing.judged.flatMap((one) => {
    const entry = entries.find(({ component }) => component === one.entry.component);
    return entry !== undefined && one.softwareItem?.id === item ? [{ ...one, entry }] : [];
  });
  return { ...dossier, entries, licensing: { ...dossier.licensing, judged } };
}

function helpAmong(known: readonly { readonly name: string }[], given: string): string {
  const names = known.map(({ name }) => name);
  const near = nearestKey(given, names);
  return `${near === undefined ? '' : `Did you mean ${near}? `}Take one of ${names.join(', ')}.`;
}
