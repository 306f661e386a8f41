import { changedSince } from '../../base/anomalies/changed-since.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import type { FrozenRelease, News } from '../../model/releases/field.ts';
import { isSameDefect } from '../../base/anomalies/is-same-defect.ts';

/** What of a release's findings is news: neither known when it was frozen, nor older than the last review of it. */
export function newsOf({ evaluation }: FrozenRelease, reviewed: string | undefined): (finding: Finding) => News {
  const open = evaluation?.findings.filter(({ result }) => result !== 'not-affected') ?? [];
  const known = Map.groupBy(open, ({ component }) => component);
  return (finding) => {
    if (known.get(finding.component)?.some((before) => isSameDefect(before, finding)) === true) return 'known';
    if (reviewed !== undefined) return changedAfter(reviewed, finding);
    return evaluation === undefined ? 'untold' : 'new';
  };
}

function changedAfter(reviewed: string, { records }: Finding): News {
  const changed = changedSince(reviewed, records);
  return changed === undefined ? 'untold' : changed ? 'new' : 'known';
}
