import { basename, resolve } from 'node:path';
import type { Command } from '../command.ts';

/** Reads the inventory and writes it as an SBOM, a table or JSON. */
export const scan: Command = {
  name: 'scan',
  summary: 'read the inventory from the build’s own files and write it as an SBOM',
  usage: '[dir]',
  options: [
    {
      flags: '-f, --format <format>',
      description: 'table, json, cyclonedx-json, spdx-json',
      choices: ['table', 'json', 'cyclonedx-json', 'spdx-json'],
    },
    { flags: '--spec <version>', description: 'version of the SBOM specification, such as 1.6' },
    { flags: '-o, --output <file>', description: 'write to a file instead of stdout; - is stdout' },
  ],
  examples: [
    'tureen scan',
    'tureen scan service --format json',
    'tureen scan --format cyclonedx-json -o sbom.cdx.json',
  ],
  run: async (context, [folder], options) => {
    const [{ scan: take }, { inventoryJson }, { writeSbom }, { writeOutput }, { showInventory }, { showDiagnostics }] =
      await Promise.all([
        import('../../app/scan.ts'),
        import('../../app/inventory-json.ts'),
        import('../../app/write-sbom.ts'),
        import('../write-output.ts'),
        import('../show-inventory.ts'),
        import('../show-diagnostics.ts'),
      ]);
    const root = folder === undefined ? context.root : resolve(context.cwd, folder);
    const host = folder === undefined ? context.host : await context.openHost(root);
    const { inventory, device, diagnostics, complete } = await take(host);
    const format = options['format'] ?? (context.json ? 'json' : 'table');
    if (format === 'table') writeOutput(context, options['output'], showInventory(inventory, context.paint));
    else if (format === 'json') writeOutput(context, options['output'], inventoryJson(inventory, diagnostics));
    else {
      const order = {
        inventory,
        device,
        fallbackName: basename(root),
        format: String(format),
        spec: textOf(options['spec']),
      };
      writeOutput(context, options['output'], writeSbom(host, order));
    }
    context.tell(await showDiagnostics(host, diagnostics, context.paint, 20));
    return complete ? 0 : 1;
  },
};

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
