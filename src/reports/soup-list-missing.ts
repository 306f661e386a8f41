import type { Cell } from '../model/document.ts';
import type { KeyPlace } from '../model/place.ts';
import type { SoupItem } from '../model/soup-item.ts';

/** The parts of a record that nobody has written yet, by the names that a reader knows them by. */
export function missingParts(record: SoupItem): readonly string[] {
  const has = (kind: SoupItem['requirements'][number]['kind']) => record.requirements.some((one) => one.kind === kind);
  const parts: readonly (readonly [string, boolean])[] = [
    ['title', record.title !== undefined],
    ['manufacturer', record.manufacturer !== undefined],
    ['owner', record.owner !== undefined],
    ['purpose', record.purpose !== undefined],
    ['safety path', record.safetyPath !== undefined],
    ['functional requirements', has('functional')],
    ['performance requirements', has('performance')],
    ['system requirements', Object.keys(record.system ?? {}).length > 0],
    ['failure modes', record.failureModes.length > 0 || record.noContribution !== undefined],
    ['support', record.support !== undefined],
    ['security category', record.security !== undefined],
    ['licence judgement', record.licence !== undefined],
    ['approved versions', record.approved.length > 0],
  ];
  return parts.filter(([, written]) => !written).map(([name]) => name);
}

/** Says that a part is missing, where it would stand. */
export function notWritten(place: KeyPlace): Cell {
  return { text: 'not written yet', tone: 'bad', place };
}
