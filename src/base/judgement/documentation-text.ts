import type { Documentation } from '../../model/records/documentation.ts';

/** Whether the documentation of a SOUP item is good enough, by whom, what was read, and what makes up for what it lacks. */
export function documentationText(
  { documents, adequate, reason, compensation, by, on }: Documentation,
  nameOfPerson: (id: string) => string,
): string {
  return [
    `${adequate ? 'good enough' : 'not good enough'}, judged by ${nameOfPerson(by)} on ${on}: ${reason}`,
    documents.length === 0 ? 'no document named' : `read: ${documents.join('; ')}`,
    ...(compensation === undefined ? [] : [`made up for by: ${compensation}`]),
  ].join('\n');
}
