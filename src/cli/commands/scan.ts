import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Host } from '../../app/host.ts';
import { UsageError } from '../../base/errors.ts';
import type { Scan } from '../../app/scan.ts';
import { realPath } from '../../node/files/inside-path.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';
import type { Command } from '../command.ts';
import { textOption } from '../option-values.ts';
import { askedOutput, outputOption } from '../output-format.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';

const formats = [
  'table',
  'json',
  'cyclonedx-json',
  'cyclonedx-xml',
  'spdx-json',
  'spdx-tag-value',
  'spdx3-json',
] as const;

/** Reads the inventory and writes it as an SBOM, a table or JSON. */
export const scan: Command = {
  name: 'scan',
  summary: 'read the inventory from the build’s own files and write it as an SBOM',
  usage: '[path]',
  options: [
    {
      flags: '-f, --format <format>',
      description: 'table, json, or an SBOM: cyclonedx-json, cyclonedx-xml, spdx-json, spdx-tag-value, spdx3-json',
      choices: formats,
    },
    { flags: '--spec <version>', description: 'version of the SBOM specification, such as 1.6' },
    outputOption,
  ],
  examples: [
    'tureen scan',
    'tureen scan service --format json',
    'tureen scan service-image.tar',
    'tureen scan -o sbom.cdx.json',
  ],
  run: async (context, [folder], options) => {
    const [{ scan: take }, { showOutput, writeOutput }] = await Promise.all([
      import('../../app/scan.ts'),
      import('../write-output.ts'),
    ]);
    const asked = folder === undefined ? context.root : resolve(context.cwd, folder);
    if (folder !== undefined && !existsSync(asked))
      throw new UsageError(
        `there is no folder "${asked}", and no file`,
        'Check the path, or leave it out to scan the current folder.',
      );
    const { format, output } = askedOutput(context, options, formats);
    const host = folder === undefined ? context.host : await context.openHost(asked);
    const taken = await take(host, fileNameOf(asked));
    const spec = textOption(options, 'spec');
    if (spec !== undefined && (format === 'table' || format === 'json'))
      throw new UsageError(`the format "${format}" has no --spec`, 'Leave it out, or take the format of an SBOM.');
    if (format === 'table') {
      const { showInventory } = await import('../show/inventory/show-inventory.ts');
      await showOutput(context, output, (look) => showInventory(taken.inventory, look));
    } else writeOutput(context, output, await write(host, taken, { format, spec, name: basename(asked) }));
    await tellDiagnostics(context, host, taken.diagnostics);
    return taken.complete ? 0 : 1;
  },
};

/** The name of a file where one is asked for, links followed; `undefined` for a folder. */
function fileNameOf(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? basename(realPath(path)) : undefined;
}

type Wanted = { readonly format: string; readonly spec: string | undefined; readonly name: string };

/** Loads only the writer that is wanted. */
async function write(host: Host, taken: Scan, { format, spec, name }: Wanted): Promise<string | Iterable<string>> {
  const { device, diagnostics } = taken;
  const inventory = device === undefined ? taken.inventory : await withRecords(host, taken.inventory);
  if (format === 'json')
    return (await import('../../app/inventory/inventory-json.ts')).inventoryJson(inventory, diagnostics);
  const { writeSbom } = await import('../../app/sbom/write-sbom.ts');
  return writeSbom(host, { inventory, device, fallbackName: name, format, spec });
}

async function withRecords(host: Host, inventory: Inventory): Promise<Inventory> {
  const { withFrozenFacts } = await import('../../app/inventory/with-frozen-facts.ts');
  return withFrozenFacts(host, inventory);
}
