import type { HeldFile } from '../../store-content.ts';
import { refuseDatabase, type OpenedDatabase } from './opened-database.ts';

/** An answer with records. */
export type DatabaseAnswer = { readonly path: string; readonly bytes: Uint8Array };

/** What the files of a database are, told while they are read. */
export type ToldFiles = {
  /** Parts that the source does not have. */
  readonly missing: string[];
  /** The state of each file that was asked for by its name. */
  readonly files: HeldFile[];
  /** Whether some were left out, because the store holds what is in them. */
  someHeld: boolean;
  /** Whether all files of a folder were read, whatever they are called: then there is no state. */
  allOfFolder: boolean;
};

/** A day's plan for the files of a database: what is asked for, and in which state the store holds them. */
export type FilesWanted = { readonly day: string; readonly held: readonly HeldFile[]; readonly told: ToldFiles };

/**
 * The first set of files of which anything is there, with the changes since, but for those that are as the store holds
 * them; or else all files of a folder that hold records. Throws `HostError` when there is none.
 */
export async function* filesOf(opened: OpenedDatabase, wanted: FilesWanted): AsyncGenerator<DatabaseAnswer> {
  const { feed, source, at } = opened;
  const { day, held, told } = wanted;
  const listed = at.kind === 'file' || source.list === undefined ? undefined : new Set(await source.list());
  const sets = at.kind === 'file' ? [[at.path]] : feed.requests(day);
  for (const set of sets) {
    const absent: string[] = [];
    for (const path of [...set, ...(at.kind === 'file' ? [] : feed.changes)]) {
      const isPart = set.includes(path);
      if (!isPart && absent.length === set.length) break;
      const unless = held.find((file) => file.path === path)?.validators;
      const answer = listed?.has(path) === false ? undefined : await source.ask({ path, unless });
      if (answer?.kind === 'bytes') {
        told.files.push({ path, validators: answer.validators });
        yield { path, bytes: answer.bytes };
      } else if (answer?.kind === 'unchanged') {
        told.files.push({ path, validators: unless ?? {} });
        told.someHeld = true;
      } else if (isPart) absent.push(path);
    }
    if (absent.length === set.length) continue;
    for (const each of absent) told.missing.push(each);
    return;
  }
  const files = [...(listed ?? [])].filter(feed.holds);
  if (files.length === 0) throw refuseDatabase(opened, 'is not there', lookedFor(opened, sets));
  told.allOfFolder = true;
  for (const path of files) {
    const bytes = await source.get(path);
    if (bytes !== undefined) yield { path, bytes };
  }
}

function lookedFor({ feed: { pages }, at }: OpenedDatabase, sets: readonly (readonly string[])[]): string {
  const shown = sets.map((set) => (set.length > 3 ? `${set[0]} to ${set.at(-1)}` : set.join(', ')));
  const other = pages === undefined || at.kind === 'file' ? '' : `, or an address that ends in ${pages.ending}`;
  return `It is looked for as ${shown.join(', or ')}; name its folder or the file itself${other}.`;
}
