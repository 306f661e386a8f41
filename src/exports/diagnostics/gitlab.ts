import { createHash } from 'node:crypto';
import type { Severity } from '../../model/diagnostic.ts';
import type { DiagnosticExport, LocatedDiagnostic } from '../../model/plugs/diagnostic-export.ts';

/** Writes diagnostics as a Code Quality report, which GitLab shows at the lines of a merge request. */
export const gitlab: DiagnosticExport = {
  name: 'gitlab',
  title: 'GitLab Code Quality',
  write: (diagnostics) => {
    const seen = new Map<string, number>();
    const issues = diagnostics.map((diagnostic) => {
      const key = JSON.stringify([diagnostic.rule, diagnostic.file, diagnostic.message]);
      const count = seen.get(key) ?? 0;
      seen.set(key, count + 1);
      return issue(diagnostic, `${key} ${count}`);
    });
    return `${JSON.stringify(issues, undefined, 2)}\n`;
  },
};

/** GitLab compares fingerprints to tell what a merge request brings, so that lines count for nothing, and wants a line for each. */
function issue({ rule, severity, message, help, file, line }: LocatedDiagnostic, key: string): object {
  return {
    description: `${message}. ${help}`,
    check_name: rule,
    fingerprint: createHash('sha256').update(key).digest('hex'),
    severity: severities[severity],
    location: { path: file, lines: { begin: line ?? 1 } },
  };
}

const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', note: 'info' };
