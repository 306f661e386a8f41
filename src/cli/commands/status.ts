import type { Command } from '../command.ts';

/** Answers the eight questions of the reality check. */
export const status: Command = {
  name: 'status',
  summary: 'answer the eight questions of the reality check, with evidence',
  options: [{ flags: '--all', description: 'show all evidence, not only the first lines' }],
  examples: ['tureen status', 'tureen status --json'],
  run: async (context, _, options) => {
    const [{ status: answer }, { showAnswers }] = await Promise.all([
      import('../../app/status.ts'),
      import('../show-answers.ts'),
    ]);
    const questions = await answer(context.host);
    context.print(
      context.json
        ? `${JSON.stringify({ questions }, undefined, 2)}\n`
        : showAnswers(questions, options['all'] === true, context.paint),
    );
    return questions.every((question) => question.answer === 'yes') ? 0 : 1;
  },
};
