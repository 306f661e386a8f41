import { counted } from '../../base/counted.ts';
import type { Question } from '../../model/answer.ts';

/** Question 1: whether an SBOM comes out of the build's own files, with nothing left aside. */
export const sbomProducible: Question = {
  id: 1,
  question: 'Is there an automatically generated SBOM, producible in under a minute?',
  ask: ({ inventory }) => {
    const read = inventory.files.filter(({ status }) => status === 'read');
    const missing = inventory.files
      .filter(({ status }) => status === 'not-understood')
      .map(({ path, reason }) => ({
        text: `${path} was not understood: ${reason ?? 'no reason given'}`,
        place: { file: path },
      }));
    if (inventory.components.length === 0) {
      return { answer: 'no', evidence: [], missing: [...missing, { text: 'no components were found' }] };
    }
    const evidence = read.map(({ path, reader }) => ({
      text: `read as ${reader ?? 'an input'}`,
      place: { file: path },
    }));
    const summary = {
      text: `${counted(inventory.components.length, 'component')}, read from ${counted(read.length, 'file')} of this state of the repository`,
    };
    return { answer: missing.length === 0 ? 'yes' : 'no', evidence: [summary, ...evidence], missing };
  },
  next: ({ inventory }) =>
    inventory.components.length === 0
      ? 'commit the lockfiles that the package managers write; `tureen scan` tells what was read of them'
      : 'mend the files that were not understood; `tureen scan` tells each with the reason',
};
