import type { Dossier } from '../model/dossier.ts';

/** What a reader calls the person whom records name by an id; the id where nobody under people has it. */
export function personName({ device }: Pick<Dossier, 'device'>, id: string): string {
  return device.record.people.find((person) => person.id === id)?.name ?? id;
}
