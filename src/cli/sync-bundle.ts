import { resolve } from 'node:path';
import { applyBundle } from '../app/bundle/apply-bundle.ts';
import { signingKey, trustedKey } from '../app/bundle/bundle-keys.ts';
import { makeBundle } from '../app/bundle/make-bundle.ts';
import type { Manifest } from '../app/bundle/manifest.ts';
import { openBundle } from '../app/bundle/open-bundle.ts';
import { counted } from '../base/counted.ts';
import { noticesOf } from '../base/facts-in-brief.ts';
import { readNamedFile } from '../node/files/read-named-file.ts';
import { writeFileWhole } from '../node/files/write-file.ts';
import type { BundleErrand } from './bundle-errand.ts';
import type { Context, ExitCode, OptionValues } from './command.ts';
import { safeText } from './safe-text.ts';
import { storePath } from './store-path.ts';

/** Makes a bundle of the store, or makes the store what a bundle says; speaks with no network. */
export async function syncBundle(context: Context, errand: BundleErrand, options: OptionValues): Promise<ExitCode> {
  const store = storePath(context, options);
  const read = (file: string) => readNamedFile(resolve(context.cwd, file));
  const open = (file: string, trust: string) => openBundle(file, read(file), trustedKey(read(trust).toString()));
  if (errand.kind === 'make') {
    const { file, key, since } = errand;
    const base = since === undefined ? undefined : await open(since.file, since.trust);
    const made = await makeBundle(context.host, {
      storePath: store,
      key: signingKey(read(key).toString()),
      since: base,
    });
    writeFileWhole(resolve(context.cwd, file), made.bytes);
    tell(context, `wrote ${file}`, made.manifest);
    return 0;
  }
  const bundle = await open(errand.file, errand.trust);
  const { newer, gone } = await applyBundle(context.host, { name: errand.file, bundle, storePath: store });
  if (newer !== undefined)
    context.complain(
      `warning: the store held what was fetched ${newer}, which is newer than this bundle; what was published since is not in it any more`,
    );
  if (gone.length > 0)
    context.complain(
      safeText(
        `warning: the store held ${gone.join(', ')}, which is not in this bundle and not in the store any more; fetch it with \`tureen sync\``,
      ),
    );
  tell(context, `took ${errand.file}`, bundle.manifest);
  return 0;
}

function tell(context: Context, done: string, manifest: Manifest): void {
  context.tell(done);
  for (const notice of noticesOf(manifest)) context.tell(notice);
  const { snapshot, base, fetched, sources, lists, databases = [], removed, tool } = manifest;
  const records = [...sources, ...databases].flatMap(({ files }) => files).reduce((sum, file) => sum + file.records, 0);
  if (context.json) {
    context.print(
      `${JSON.stringify({ snapshot, base, fetched, tool, records, removed: removed.length, sources, lists, databases }, undefined, 2)}\n`,
    );
    return;
  }
  const what =
    base === undefined
      ? counted(records, 'record')
      : `${counted(records, 'changed record')} and ${removed.length} removed since ${base}`;
  context.show(`${what}, fetched ${fetched}, ${snapshot}\n`);
}
