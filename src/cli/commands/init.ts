import { counted } from '../../base/counted.ts';
import type { Command } from '../command.ts';
import { listOption, textOption } from '../option-values.ts';

/** Writes the first `tureen.yaml` of a repository, from what the files tell and a person answers. */
export const init: Command = {
  name: 'init',
  summary: 'find the lockfiles, ask a few questions, write tureen.yaml',
  options: [
    { flags: '-y, --yes', description: 'ask nothing; what nobody said is left open and marked' },
    { flags: '--name <text>', description: 'name of the device, as on the label' },
    { flags: '--device-version <text>', description: 'version of the device' },
    { flags: '--manufacturer <text>', description: 'the legal manufacturer' },
    { flags: '--class <class>', description: 'safety class of the software: A, B or C', choices: ['A', 'B', 'C'] },
    { flags: '--person <name...>', description: 'names of those who judge, approve and record' },
  ],
  examples: [
    'tureen init',
    'tureen init --yes',
    'tureen init --name DermaScan --manufacturer "Example GmbH" --class B',
    'tureen init --yes --person "Ada Lang" "Grace Holm"',
  ],
  run: async (context, _, options) => {
    const [{ init: begin, openUninitialised }, { answersFrom, askAboutDevice }] = await Promise.all([
      import('../../app/records/init.ts'),
      import('../ask/ask-about-device.ts'),
    ]);
    const host = await context.openHost(context.cwd);
    const given = {
      name: textOption(options, 'name'),
      version: textOption(options, 'deviceVersion'),
      manufacturer: textOption(options, 'manufacturer'),
      class: textOption(options, 'class'),
      people: listOption(options, 'person'),
    };
    const asks = options['yes'] !== true && !context.json && process.stdin.isTTY && process.stderr.isTTY;
    const opened = await openUninitialised(host);
    const answers = asks ? await askAboutDevice(given, opened.product) : given;
    if (answers === undefined) return 2;
    const { file, softwareItems, inventory, open } = await begin(host, answersFrom(answers), opened);
    if (context.json)
      context.print(
        `${JSON.stringify({ file, softwareItems, components: inventory.components.length, open }, undefined, 2)}\n`,
      );
    else {
      context.show(
        `wrote ${file}: ${counted(softwareItems, 'software item')}, ${counted(inventory.components.length, 'component')} found\n`,
      );
      for (const question of open) context.show(`  ${context.paint('yellow', 'open:')} ${question}\n`);
      context.show(
        inventory.components.length === 0
          ? 'next: add the lockfile or package database that your package manager writes, then `tureen scan`\n'
          : 'next: read tureen.yaml, then `tureen draft` and `tureen check`\n',
      );
    }
    return 0;
  },
};
