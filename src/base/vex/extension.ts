/** Names of the facts that a format has no place for, and that come back by them: `docs/vex.md` documents each. */
export const extension = {
  /** The status notes where the place for words is taken by the impact. */
  notes: 'tureen:vex:notes',
  /** Says `notes` where the place for words holds the status notes and no impact. */
  detail: 'tureen:vex:detail',
  justification: 'tureen:vex:justification',
  impact: 'tureen:vex:impact',
  action: 'tureen:vex:action',
  due: 'tureen:vex:due',
} as const;
