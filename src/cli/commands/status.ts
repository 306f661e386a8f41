import type { Command } from '../command.ts';
import { tellDay } from '../tell-day.ts';

/** Answers the eight questions of the reality check. */
export const status: Command = {
  name: 'status',
  summary: 'answer the eight questions of the reality check, with evidence',
  options: [{ flags: '--all', description: 'show all evidence, not only the first lines' }],
  examples: ['tureen status', 'tureen status --json'],
  run: async (context, _, options) => {
    const [{ status: answer }, { showAnswers }, { todayInWords }] = await Promise.all([
      import('../../app/check/status.ts'),
      import('../show/records/show-answers.ts'),
      import('../../app/today.ts'),
    ]);
    tellDay(context);
    const questions = await answer(context.host);
    const asOf = todayInWords(context.host);
    if (context.json) context.print(`${JSON.stringify({ asOf, questions }, undefined, 2)}\n`);
    else context.show(showAnswers(questions, { all: options['all'] === true, asOf }, context.paint));
    return questions.every((question) => question.answer === 'yes') ? 0 : 1;
  },
};
