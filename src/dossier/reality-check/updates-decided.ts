import type { Evidence, Question } from '../../model/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { asMissing } from './as-missing.ts';

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
    const open = [...missing, ...supportEnds(diagnostics)];
    return { answer: open.length === 0 ? 'yes' : 'no', evidence, missing: open };
  },
  next: ({ device: { record } }) =>
    record.updateProcess === undefined
      ? 'write `updateProcess: { document: …, security: …, routine: … }` in tureen.yaml'
      : 'write in the records what follows where support ends; `tureen explain 81001-5-1/support` tells more',
};

/** A process decides nothing where the support of an item ends and nobody says what follows. */
function supportEnds(diagnostics: readonly Diagnostic[]): readonly Evidence[] {
  const ended = diagnostics.filter(
    ({ rule, place }) => rule !== '81001-5-1/support' || ('keyPath' in place && place.keyPath.length > 1),
  );
  return asMissing(ended, ['81001-5-1/support-ending', '81001-5-1/support']);
}

function isAbout({ place }: Diagnostic, key: string): boolean {
  return 'keyPath' in place && place.keyPath[0] === key;
}
