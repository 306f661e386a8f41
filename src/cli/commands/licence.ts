import { combination, distribution } from '../../model/licences/licence-use.ts';
import type { Command, Context, ExitCode } from '../command.ts';

/** Tells what follows from a licence, before the code that uses it is written. */
export const licence: Command = {
  name: 'licence',
  aliases: ['license'],
  summary: 'tell what follows from a licence in this device: an aid to decide, no legal advice',
  usage: '[purl-or-expression]',
  options: [
    { flags: '--item <name>', description: 'the software item it would go into; all of them when absent' },
    { flags: '--distribution <kind>', description: 'try how the item reaches users', choices: distribution.options },
    {
      flags: '--combination <kind>',
      description: 'try how it is combined with the product',
      choices: combination.options,
    },
    { flags: '--texts', description: 'list the licence texts that lie in the product, and whose they are' },
    { flags: '--modified <yes-or-no>', description: 'try whether it is changed', choices: ['yes', 'no'] },
  ],
  examples: [
    'tureen licence pkg:pypi/numpy',
    "tureen licence 'GPL-2.0-only OR MIT' --item viewer",
    'tureen licence --texts',
    'tureen licence LGPL-3.0-or-later --distribution firmware --combination static',
  ],
  run: async (context, [wanted = ''], options) => {
    if (options['texts'] === true) return showTexts(context);
    const [{ askLicence }, { showLicence }] = await Promise.all([
      import('../../app/licences/ask-licence.ts'),
      import('../show/inventory/show-licence.ts'),
    ]);
    const use = {
      distribution: distribution.safeParse(options['distribution']).data,
      combination: combination.safeParse(options['combination']).data,
      modified: options['modified'] === undefined ? undefined : options['modified'] === 'yes',
    };
    const item = typeof options['item'] === 'string' ? options['item'] : undefined;
    const answers = await askLicence(context.host, { wanted, item, use });
    if (context.json) context.print(`${JSON.stringify({ notice, answers }, undefined, 2)}\n`);
    else context.show(`${showLicence(answers, context.paint)}\n${context.paint('dim', notice)}\n`);
    return answers.every(({ verdict }) => verdict.outcome.startsWith('allowed')) ? 0 : 1;
  },
};

/** Ends in 1 where a text asks a person or belongs to nobody. */
async function showTexts(context: Context): Promise<ExitCode> {
  const [{ listTexts }, { showLicenceTexts }] = await Promise.all([
    import('../../app/licences/list-texts.ts'),
    import('../show/inventory/show-licence-texts.ts'),
  ]);
  const listed = await listTexts(context.host);
  if (context.json) context.print(`${JSON.stringify(listed, undefined, 2)}\n`);
  else context.show(showLicenceTexts(listed, context.paint));
  return listed.questions.length + listed.others.length === 0 ? 0 : 1;
}

const notice = 'An aid to decide from a table of rules; it is no legal advice.';
