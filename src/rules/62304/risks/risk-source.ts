import type { Rule } from '../../../model/plugs/rule.ts';

const hash = '0'.repeat(64);

/** Asks that an imported risk file is still the one that was imported. */
export const riskSource: Rule = {
  id: '62304/risk-source',
  title: 'The risk file is the one that was imported',
  clause: '62304:7.1.4',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Causes belong into the risk management file. A copy that is older than the file shows another state of it.',
  help: 'Run `tureen import risks FILE` and read what it says was added, changed and removed.',
  check: ({ riskFile, hashes }) => {
    const source = riskFile?.record.source;
    if (riskFile === undefined || source === undefined) return [];
    const now = hashes.get(source.file);
    if (now === source.sha256) return [];
    const what = now === undefined ? 'is not there any more' : 'has changed since';
    const message = `${source.file} was imported on ${source.on} and ${what}`;
    return [{ message, place: { file: riskFile.file, keyPath: ['source', 'sha256'] } }];
  },
  examples: [
    { title: 'A risk file of our own', files: { 'soup/risks.yaml': 'document: RMF-001\n' }, says: [] },
    {
      title: 'It changed after the import',
      files: {
        'risk/file.csv': 'Id,Hazard\n',
        'soup/risks.yaml': `source: { file: risk/file.csv, sha256: '${hash}', on: 2026-11-01 }\n`,
      },
      says: ['risk/file.csv was imported on 2026-11-01 and has changed since'],
    },
    {
      title: 'It is gone',
      files: { 'soup/risks.yaml': `source: { file: risk/file.csv, sha256: '${hash}', on: 2026-11-01 }\n` },
      says: ['risk/file.csv was imported on 2026-11-01 and is not there any more'],
    },
  ],
};
