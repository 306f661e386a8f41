import type { Device } from '../../model/records/device.ts';

/** People of a new `tureen.yaml`, each with an id that is short to type: the first word of the name in plain letters. */
export function nameIds(names: readonly string[]): Device['people'] {
  const taken = new Set<string>();
  return names.map((name) => {
    const [word = ''] = plainWords(name);
    const wanted = word === '' ? 'person' : word;
    let id = wanted;
    for (let next = 2; taken.has(id); next += 1) id = `${wanted}-${next}`;
    taken.add(id);
    return { id, name };
  });
}

/** Titles such as “Dr.” tell nobody apart. */
function plainWords(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '');
  const words = plain.split(/\s/).filter((word) => !word.endsWith('.'));
  return words.map((word) => word.toLowerCase().replace(/[^a-z0-9]/g, '')).filter((word) => word !== '');
}
