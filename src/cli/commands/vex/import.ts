import type { Command } from '../../command.ts';
import { textOption } from '../../option-values.ts';
import { tellDay } from '../../tell-day.ts';
import { tellDiagnostics } from '../../tell-diagnostics.ts';

/** Takes VEX of others as evidence beside the findings; nothing of it is a verdict. */
export const importCommand: Command = {
  name: 'import',
  summary: 'take VEX of others as evidence, frozen with its author, hash and signature',
  usage: '<file...>',
  options: [
    {
      flags: '--trust <key>',
      description:
        'public key in PEM that an envelope of DSSE is to be signed by, or certificate of OpenPGP for the .asc beside a document',
    },
  ],
  examples: ['tureen vex import supplier.openvex.json', 'tureen vex import signed.openvex.json --trust supplier.pem'],
  run: async (context, files, options) => {
    tellDay(context);
    const [{ importVex }, { evidenceAsJson, listVex }, { showVex }] = await Promise.all([
      import('../../../app/vex/import-vex.ts'),
      import('../../../app/vex/list-vex.ts'),
      import('../../show/findings/show-vex.ts'),
    ]);
    const imported = await importVex(context.host, { files, trust: textOption(options, 'trust') });
    const { evidence } = await listVex(context.host);
    const taken = new Set(imported.map(({ file }) => file));
    const own = {
      ...evidence,
      documents: evidence.documents.filter(({ file }) => taken.has(file)),
    };
    if (context.json) {
      const rows = imported.map(({ from, file, known, diagnostics }) => ({ from, file, known, diagnostics }));
      context.print(`${JSON.stringify({ imported: rows, documents: evidenceAsJson(own) }, undefined, 2)}\n`);
    } else if (own.documents.length > 0)
      context.show(
        showVex(own, { paint: context.paint, all: false, rest: 'all of it: `tureen vex list --all`, or --json' }),
      );
    for (const { from, file, known, document } of imported) {
      if (file !== undefined) context.tell(known ? `was here already: ${file}` : `wrote ${file}`);
      if (document?.tlp !== undefined && !/^(?:WHITE|CLEAR)$/.test(document.tlp))
        context.complain(`note: ${from} is marked TLP:${document.tlp}; see that nobody else can read this repository`);
    }
    const diagnostics = imported.flatMap((one) => one.diagnostics);
    await tellDiagnostics(context, context.host, diagnostics);
    if (imported.some(({ file }) => file === undefined)) return 2;
    const failed = imported.some(({ record }) => record?.signature.state === 'failed');
    return failed || diagnostics.length > 0 ? 1 : 0;
  },
};
