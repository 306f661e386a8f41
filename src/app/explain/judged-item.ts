import { inheritedTexts } from '../../base/judgement/inherited-texts.ts';
import { documentationText } from '../../base/judgement/documentation-text.ts';
import { judgementOf } from '../../base/judgement/judgement-of.ts';
import { riskTransferText } from '../../base/judgement/risk-transfer-text.ts';
import { segregationText } from '../../base/judgement/segregation-text.ts';
import { supportText } from '../../base/judgement/support-text.ts';
import { usageTexts } from '../../base/judgement/usage-texts.ts';
import type { Dossier, ItemEntry } from '../../model/dossier.ts';

/** What people judged about a SOUP item as a whole, in words, a line each; empty where nobody has. */
export type JudgedItem = {
  readonly safetyPath: readonly string[];
  readonly usedBy: readonly string[];
  readonly inherits: readonly string[];
  readonly segregation: readonly string[];
  readonly documentation: readonly string[];
  readonly support: readonly string[];
  readonly category: readonly string[];
};

/** Puts into words what the record of an item says of it as a whole, and what files and sources show against that. */
export function judgedItem(item: ItemEntry, { device }: Dossier): JudgedItem {
  const { record } = item.filed;
  const nameOfPerson = (id: string) => device.record.people.find((person) => person.id === id)?.name ?? id;
  const { safetyPath } = record;
  return {
    safetyPath: safetyPath === undefined ? [] : [`${safetyPath.on ? 'on it' : 'not on it'}: ${safetyPath.reason}`],
    usedBy: record.usedBy.length === 0 ? [] : usageTexts(record.usedBy, item.usage).map(({ text }) => text),
    inherits: inheritedTexts(record, item.inheritance).map(({ text }) => text),
    segregation: linesOf(judgementOf(item, 'segregation'), segregationText),
    documentation: linesOf(judgementOf(item, 'documentation'), (stated) => documentationText(stated, nameOfPerson)),
    support: linesOf(judgementOf(item, 'support'), supportText),
    category: linesOf(judgementOf(item, 'security'), (stated) => riskTransferText(stated, nameOfPerson)),
  };
}

function linesOf<Stated>(
  judgement: { readonly stated: Stated; readonly from: string | undefined } | undefined,
  inWords: (stated: Stated) => string,
): readonly string[] {
  if (judgement === undefined) return [];
  const { stated, from } = judgement;
  return [...inWords(stated).split('\n'), ...(from === undefined ? [] : [`by the record of ${from}`])];
}
