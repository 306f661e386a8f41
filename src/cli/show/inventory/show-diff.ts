import type { ComponentChange, FactChange, InventoryDiff } from '../../../model/inventory/inventory-diff.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';

/** Shows a difference to a person: a line for each package, what else differs of it below, and the counts. */
export function showDiff(changes: InventoryDiff, paint: Paint): string {
  if (changes.length === 0) return 'No component differs.\n';
  const lines = changes.flatMap((change) => showChange(change, paint));
  return [...lines, '', counts(changes), ''].join('\n');
}

function showChange(change: ComponentChange, paint: Paint): string[] {
  if (change.kind === 'added') return [paint('green', `+ ${safeText(change.after.purl)}  ${change.after.scope}`)];
  if (change.kind === 'removed') return [paint('red', `- ${safeText(change.before.purl)}  ${change.before.scope}`)];
  const { before, after, facts, step } = change;
  const versions = facts.some(({ fact }) => fact === 'version')
    ? `  ${safeText(before.version ?? 'not pinned')} → ${safeText(after.version ?? 'not pinned')}`
    : '';
  const down = step === 'down' ? paint('yellow', '  downgrade') : '';
  return [
    `${paint('yellow', `~ ${safeText(after.purl)}`)}${versions}${down}`,
    ...facts.filter(({ fact }) => fact !== 'version').flatMap((fact) => showFact(fact, paint)),
  ];
}

function showFact({ fact, before, after }: FactChange, paint: Paint): string[] {
  if (fact === 'needs') {
    const edges = [...before.map((purl) => `no longer ${purl}`), ...after.map((purl) => `now ${purl}`)];
    return (edges.length === 0 ? ['told by one state alone'] : edges).map(
      (edge) => `    ${paint('dim', 'needs')} ${safeText(edge)}`,
    );
  }
  const shown = (values: readonly string[]) => (values.length === 0 ? 'nothing' : values.map(shorten).join(', '));
  return [`    ${paint('dim', fact)} ${safeText(shown(before))} → ${safeText(shown(after))}`];
}

/** Of a hash as many digits as a person compares. */
function shorten(text: string): string {
  return text.replace(/\b([0-9a-f]{16})[0-9a-f]{16,}\b/g, '$1…');
}

function counts(changes: InventoryDiff): string {
  const number = (kind: ComponentChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return `${number('added')} added, ${number('removed')} removed, ${number('changed')} changed`;
}
