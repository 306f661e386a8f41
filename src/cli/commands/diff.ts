import type { Command } from '../command.ts';
import { askedOutput, outputOption } from '../output-format.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';

const formats = ['text', 'json', 'markdown'] as const;

/** Compares two states of a product: releases, commits, folders, or single files such as SBOMs. */
export const diff: Command = {
  name: 'diff',
  summary: 'compare two releases, commits, folders or SBOMs: what was added, removed or changed',
  usage: '<before> [after]',
  options: [
    { flags: '-f, --format <format>', description: 'text, json, markdown', choices: formats },
    outputOption,
    { flags: '--exit-code', description: 'end with 1 when anything differs' },
  ],
  examples: [
    'tureen diff HEAD',
    'tureen diff 2.3.0 2.4.0',
    'tureen diff release:2.3.0',
    'tureen diff v1.2.0 v1.3.0 --exit-code',
    'tureen diff origin/main -o comment.md',
    'tureen diff old.cdx.json new.cdx.json --json',
  ],
  run: async (context, [before = '', after], options) => {
    const [{ diff: compare }, { showOutput, writeOutput }] = await Promise.all([
      import('../../app/diffs/diff.ts'),
      import('../write-output.ts'),
    ]);
    const { format, output } = askedOutput(context, options, formats);
    const { changes, diagnostics, complete } = await compare(context.host, before, after);
    const states = { before, after: after ?? 'the folder as it is' };
    if (format === 'text') {
      const { showDiff } = await import('../show/inventory/show-diff.ts');
      await showOutput(context, output, ({ paint }) => showDiff(changes, paint));
    } else {
      const { describeDiff } = await import('../../app/diffs/describe-diff.ts');
      writeOutput(context, output, describeDiff(changes, states, format));
    }
    await tellDiagnostics(context, context.host, diagnostics);
    return !complete || (options['exitCode'] === true && changes.length > 0) ? 1 : 0;
  },
};
