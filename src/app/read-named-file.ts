import { UsageError } from '../base/errors.ts';
import type { Host } from './host.ts';

/** Reads a file of the repository that a person names. Throws `UsageError` for a folder, and where there is none; `help` says why it has to be there. */
export async function readNamedFile(host: Host, file: string, help: string): Promise<Uint8Array> {
  const bytes = await host.files.read(file);
  if (bytes !== undefined) return bytes;
  const { files } = await host.files.list();
  if (file === '' || files.some(({ path }) => path.startsWith(`${file.replace(/\/$/, '')}/`)))
    throw new UsageError(`${file || '.'} is a folder`, 'Name the file itself.');
  throw new UsageError(`there is no file ${file} in the repository`, help);
}
