import { packageOf } from '../../../base/packages/purl.ts';
import { loadingSites } from '../../../base/loading-sites.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';
import { namedFew } from '../../named-few.ts';

const unreached = (importedAt: string) =>
  `${notAffected}\nreachability: { answer: not-reachable, evidence: Looked for imports, importedAt: [${importedAt}] }`;
const imported = { 'src/label.ts': "import leftPad from 'left-pad';\n" };

/** Shows verdicts that hold a defect for out of reach, where code imports its package now and none did when they were given. */
export const verdictImports: Rule = {
  id: 'records/verdict-imports',
  title: 'What nothing imported when it was judged is imported by nothing still',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'That no line imports a package is the strongest ground there is for a defect to be out of reach. The first import takes it away, and neither record nor version changes with it.',
  help: 'Look at what the new lines call, and judge the finding anew with `tureen triage <anomaly>`.',
  check: ({ findings, verdicts, usage }) =>
    verdicts.flatMap(({ file, index, verdict: { reachability } }) => {
      if (reachability?.answer !== 'not-reachable' || reachability.importedAt?.length !== 0) return [];
      const held = findings.filter(
        ({ standing }) => 'met' in standing && standing.met?.filed.file === file && standing.met.filed.index === index,
      );
      return held.flatMap(({ finding: { id, component } }) => {
        const lines = loadingSites(usage, component).map((site) => `${site.file}:${site.line}`);
        if (lines.length === 0) return [];
        const message = `${id} was judged to be out of reach when no line imported ${packageOf(component)}, and now one does: ${namedFew(lines)}`;
        return [{ message, place: { file, keyPath: ['verdicts', index, 'reachability'] }, anomaly: id }];
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
  ],
};
