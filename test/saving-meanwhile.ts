import type { Host } from '../src/app/host.ts';

/** The same host, in whose folder somebody saves a file after it was read and before an edit of it is written. */
export function savingMeanwhile(host: Host, path: string, text: string): Host {
  const edit: Host['files']['edit'] = async (edits) => {
    await host.files.write(path, text);
    return host.files.edit(edits);
  };
  return { ...host, files: { ...host.files, edit } };
}
