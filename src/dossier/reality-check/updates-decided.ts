import type { Question } from '../../model/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** Question 7: whether it is written how updates are decided, security apart from the rest. */
export const updatesDecided: Question = {
  id: 7,
  question: 'Is there a documented process for update decisions that tells security updates from others?',
  ask: ({ device: { file, record } }, diagnostics) => {
    const written = record.updateProcess;
    if (written === undefined) {
      return {
        answer: 'not-yet',
        evidence: [],
        missing: [{ text: 'no process is named under updateProcess', place: { file } }],
      };
    }
    const place = (key: string) => ({ file, keyPath: ['updateProcess', key] });
    const evidence = [
      { text: `documented in ${written.document}`, place: place('document') },
      { text: `security: ${written.security}`, place: place('security') },
      { text: `routine: ${written.routine}`, place: place('routine') },
    ];
    const missing = diagnostics
      .filter((diagnostic) => diagnostic.place.file === file && isAbout(diagnostic, 'updateProcess'))
      .map(({ message, place: at }) => ({ text: message, place: at }));
    return { answer: missing.length === 0 ? 'yes' : 'no', evidence, missing };
  },
};

function isAbout({ place }: Diagnostic, key: string): boolean {
  return 'keyPath' in place && place.keyPath[0] === key;
}
