/** The rules that ask for a verdict on a finding, for one that holds, or for what is done: what a waiver of them meets grows with what is published. */
export const rulesOfFindings: readonly string[] = [
  '81001-5-1/finding-judged',
  '81001-5-1/exploited-open',
  '81001-5-1/malicious-package',
  '81001-5-1/response-overdue',
  '81001-5-1/verdict-again',
  '81001-5-1/verdict-expired',
  '81001-5-1/verdict-response',
];
