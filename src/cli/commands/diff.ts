import type { Command } from '../command.ts';
import { textOption } from '../option-values.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';

/** Compares two states of a product: releases, commits, folders, or single files such as SBOMs. */
export const diff: Command = {
  name: 'diff',
  summary: 'compare two releases, commits, folders or SBOMs: what was added, removed or changed',
  usage: '<before> [after]',
  options: [
    { flags: '-f, --format <format>', description: 'text, json, markdown', choices: ['text', 'json', 'markdown'] },
    { flags: '-o, --output <file>', description: 'write to a file instead of stdout; - is stdout' },
    { flags: '--exit-code', description: 'end with 1 when anything differs' },
  ],
  examples: [
    'tureen diff HEAD',
    'tureen diff 2.3.0 2.4.0',
    'tureen diff release:2.3.0',
    'tureen diff v1.2.0 v1.3.0 --exit-code',
    'tureen diff origin/main --format markdown -o comment.md',
    'tureen diff old.cdx.json new.cdx.json --json',
  ],
  run: async (context, [before = '', after], options) => {
    const [{ diff: compare }, { writeOutput }] = await Promise.all([
      import('../../app/diffs/diff.ts'),
      import('../write-output.ts'),
    ]);
    const { changes, diagnostics, complete } = await compare(context.host, before, after);
    const format = textOption(options, 'format') ?? (context.json ? 'json' : 'text');
    const states = { before, after: after ?? 'the folder as it is' };
    const text =
      format === 'text'
        ? (await import('../show/inventory/show-diff.ts')).showDiff(changes, context.paint)
        : (await import('../../app/diffs/describe-diff.ts')).describeDiff(changes, states, format);
    writeOutput(context, textOption(options, 'output'), text);
    await tellDiagnostics(context, context.host, diagnostics, 20);
    return !complete || (options['exitCode'] === true && changes.length > 0) ? 1 : 0;
  },
};
