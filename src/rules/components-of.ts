import { counted } from '../base/counted.ts';
import type { FindingEntry } from '../model/dossier.ts';

/** The components of some findings for a message, at most three by name. */
export function componentsOf(findings: readonly FindingEntry[]): string {
  const named = [...new Set(findings.map(({ finding }) => finding.component.replace(/[?#].*$/s, '')))];
  const shown = named.slice(0, 3);
  const rest = named.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${counted(rest, 'other')}` : shown.join(', ');
}
