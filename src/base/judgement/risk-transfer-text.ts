import type { RiskTransfer } from '../../model/records/risk-transfer.ts';

/** The risk transfer category of a SOUP item with its reason, then each change of it, the newest first. */
export function riskTransferText(
  { category, reason, history }: RiskTransfer,
  nameOfPerson: (id: string) => string,
): string {
  return [
    `${category}: ${reason}`,
    ...history.toReversed().map((change) => {
      const by = change.by === undefined ? '' : ` by ${nameOfPerson(change.by)}`;
      return `${change.on}: from ${change.from} to ${change.to}${by}${change.reason === undefined ? ', without a reason' : `: ${change.reason}`}`;
    }),
  ].join('\n');
}
