import { sealedLock } from '../src/rules/examples/sealed-lock.ts';
import { padFinding } from '../src/rules/examples/with-finding.ts';

const lock = (findings: readonly object[]) => sealedLock({ findings })['soup/anomalies.lock.json'];
const whole = lock([padFinding()]);

/** Files of an evaluation of the base device that must not be used: what was done to each, its text, and what is said of it. */
export const brokenLocks: readonly (readonly [what: string, text: string, says: RegExp])[] = [
  ['is cut short', whole.slice(0, whole.length / 2), /^soup\/anomalies\.lock\.json is no JSON: /],
  ['is empty', '', /^soup\/anomalies\.lock\.json is no JSON: the file is empty$/],
  [
    'has lost its seal, and a word was changed',
    whole.replace(/"affected"([^]*),\n {2}"content": ".*"/, '"not-affected"$1'),
    /^soup\/anomalies\.lock\.json has no seal \("content"\)/,
  ],
  [
    'was changed by a word',
    whole.replace('"affected"', '"not-affected"'),
    /^soup\/anomalies\.lock\.json is not what was evaluated: it was changed since/,
  ],
  [
    'is of another version',
    lock([padFinding('affected', { later: true })]),
    /^soup\/anomalies\.lock\.json was written by another version of Tureen: "later" is no key/,
  ],
];
