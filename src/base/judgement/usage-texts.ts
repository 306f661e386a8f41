import { counted } from '../counted.ts';
import type { ItemUsage } from '../../model/item-usage.ts';
import type { ItemUse } from '../../model/records/item-use.ts';

/** A line on who uses a SOUP item, and whether what is said agrees with what was found. */
export type UsageText = { readonly text: string; readonly tone: 'plain' | 'doubt' };

/** Who uses a SOUP item by its record, a line each, then what files and sources show against it. */
export function usageTexts(usedBy: readonly ItemUse[], usage: ItemUsage): readonly UsageText[] {
  return [
    ...usedBy.map((use, index) => ({ text: useText(use), tone: toneOf(index, usage) })),
    ...usage.unnamed.map((id) => doubt(`${id} is built from it as well, and is not named`)),
    ...(usage.lookedThrough.length === 0 ? [] : [foundText(usage)]),
    ...usage.elsewhere.map(({ file, line }) => doubt(`imported at ${file}:${line}, in no module that is named`)),
    ...usage.idle.flatMap(({ module }) =>
      usage.lookedThrough.length === 0 ? [] : [doubt(`named is ${module}, where no line imports it`)],
    ),
  ];
}

function useText({ softwareItem, modules, interface: through }: ItemUse): string {
  const where = modules.length === 0 ? '' : `, in ${modules.join(', ')}`;
  return `${softwareItem}${where}${through === undefined ? '' : `: ${through}`}`;
}

function toneOf(index: number, { named }: ItemUsage): UsageText['tone'] {
  return named.find((one) => one.index === index)?.result === 'claims-it' ? 'plain' : 'doubt';
}

function foundText({ sites }: ItemUsage): UsageText {
  const files = new Set(sites.map(({ file }) => file));
  const text =
    sites.length === 0
      ? 'found: no line of the product imports it'
      : `found importing it: ${counted(sites.length, 'line')} in ${counted(files.size, 'file')} of the product`;
  return { text, tone: 'plain' };
}

function doubt(text: string): UsageText {
  return { text, tone: 'doubt' };
}
