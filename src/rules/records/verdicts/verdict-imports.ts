import { restsOnImports } from '../../../base/anomalies/rests-on-imports.ts';
import { packageOf } from '../../../base/packages/purl.ts';
import { loadingSites } from '../../../base/loading-sites.ts';
import type { Verdict } from '../../../model/anomalies/verdict.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';
import { namedFew } from '../../named-few.ts';

const unreached = (importedAt: string) =>
  `${notAffected}\nreachability: { answer: not-reachable, evidence: Looked for imports, importedAt: [${importedAt}] }`;
const justified = (importedAt: string, justification = 'vulnerable_code_not_in_execute_path') =>
  `${notAffected.replace('vulnerable_code_not_in_execute_path', justification)}\nimportedAt: [${importedAt}]`;
const imported = { 'src/label.ts': "import leftPad from 'left-pad';\n" };

/** Shows verdicts whose ground is gone where code imports a package now that none imported when they were given. */
export const verdictImports: Rule = {
  id: 'records/verdict-imports',
  title: 'What nothing imported when it was judged is imported by nothing still',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'That no line imports a package is the strongest ground there is for a defect to be out of reach, and what a justification without further words mostly rests on. The first import takes it away, and neither record nor version changes with it.',
  help: 'Look at what the new lines call, and judge the finding anew with `tureen triage <anomaly>`.',
  check: ({ findings, verdicts, usage }) =>
    verdicts.flatMap(({ file, index, verdict }) => {
      const { reachability, importedAt = reachability?.importedAt } = verdict;
      if (importedAt?.length !== 0 || !restsOnImports(verdict)) return [];
      const held = findings.filter(
        ({ standing }) => 'met' in standing && standing.met?.filed.file === file && standing.met.filed.index === index,
      );
      return held.flatMap(({ finding: { id, component } }) => {
        const lines = loadingSites(usage, component).map((site) => `${site.file}:${site.line}`);
        if (lines.length === 0) return [];
        const message = `${id} was judged to be ${groundOf(verdict)} when no line imported ${packageOf(component)}, and now one does: ${namedFew(lines)}`;
        return [{ message, place: { file, keyPath: ['verdicts', index, keyOf(verdict)] }, anomaly: id }];
      });
    }),
  examples: [
    { title: 'Nothing imports it still', files: { ...withFinding(), ...verdictWith(unreached('')) }, says: [] },
    {
      title: 'It was imported then, and judged with that',
      files: { ...imported, ...withFinding(), ...verdictWith(unreached("'src/label.ts:1'")) },
      says: [],
    },
    {
      title: 'It is imported by now',
      files: { ...imported, ...withFinding(), ...verdictWith(unreached('')) },
      says: [
        'CVE-2026-0001 was judged to be out of reach when no line imported pkg:npm/left-pad, and now one does: src/label.ts:1',
      ],
    },
    {
      title: 'By its justification alone it is not run, and it is imported by now',
      files: { ...imported, ...withFinding(), ...verdictWith(justified('')) },
      says: [
        'CVE-2026-0001 was judged to be not_affected (vulnerable_code_not_in_execute_path) when no line imported pkg:npm/left-pad, and now one does: src/label.ts:1',
      ],
    },
    {
      title: 'What mitigates it does so for whatever code calls it',
      files: { ...imported, ...withFinding(), ...verdictWith(justified('', 'inline_mitigations_already_exist')) },
      says: [],
    },
    {
      title: 'An earlier Tureen kept no list for a justification alone',
      files: { ...imported, ...withFinding(), ...verdictWith(notAffected) },
      says: [],
    },
  ],
};

function groundOf({ status, justification, reachability }: Verdict): string {
  if (reachability?.answer === 'not-reachable') return 'out of reach';
  return justification === undefined ? status : `${status} (${justification})`;
}

function keyOf({ justification, reachability }: Verdict): string {
  if (reachability?.answer === 'not-reachable') return 'reachability';
  return justification === undefined ? 'status' : 'justification';
}
