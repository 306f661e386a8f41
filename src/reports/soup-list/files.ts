import type { Block, Tone } from '../../model/document.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { ScannedFile } from '../../model/inventory/inventory.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { sortedBy } from '../cells.ts';

/** Section 8: every file that looks like an input, what became of it, and what could not be read inside of it. */
export function fileSection({ inventory }: Dossier): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: 'Files', anchor: 'files' };
  if (inventory.files.length === 0) {
    return [
      heading,
      { kind: 'notice', tone: 'bad', text: 'No file that looks like an input was found.' },
      ...problems(inventory.diagnostics),
    ];
  }
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { title: 'File', width: 36 },
        { title: 'What became of it', width: 16 },
        { title: 'Reader', width: 14 },
        { title: 'Dependency graph', width: 12 },
        { title: 'Why', width: 30 },
      ],
      rows: sortedBy(inventory.files, ({ status, path }) => `${statuses[status].order} ${path}`).map((file) => [
        { text: file.path, code: true, place: { file: file.path } },
        { text: statuses[file.status].text, tone: statuses[file.status].tone },
        file.reader === undefined ? { text: 'none', tone: 'quiet' } : { text: file.reader, code: true },
        graphCell(file),
        file.reason === undefined
          ? { text: file.status === 'read' ? 'nothing to tell' : 'no reason told', tone: 'quiet' }
          : { text: file.reason },
      ]),
    },
    ...problems(inventory.diagnostics),
  ];
}

const statuses: Readonly<
  Record<ScannedFile['status'], { readonly text: string; readonly tone: Tone; readonly order: number }>
> = {
  'not-understood': { text: 'not understood', tone: 'bad', order: 0 },
  skipped: { text: 'skipped', tone: 'doubt', order: 1 },
  read: { text: 'read', tone: 'good', order: 2 },
};

function graphCell({ status, graph }: ScannedFile) {
  if (status !== 'read') return { text: 'not read', tone: 'quiet' } as const;
  return { text: graph === 'none' ? 'not told' : graph, tone: graph === 'complete' ? 'plain' : 'quiet' } as const;
}

function problems(diagnostics: readonly Diagnostic[]): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: 'What could not be read', anchor: 'unread' };
  if (diagnostics.length === 0) {
    return [
      heading,
      {
        kind: 'notice',
        tone: 'good',
        text: 'Every entry of the files that were read was understood; what a package database lists as removed is no component.',
      },
    ];
  }
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { title: 'Place', width: 28 },
        { title: 'Severity', width: 10 },
        { title: 'What is wrong', width: 34 },
        { title: 'What to do', width: 28 },
      ],
      rows: diagnostics.map(({ place, severity, message, help }) => [
        { text: 'line' in place ? `${place.file}:${place.line}` : place.file, place, code: true },
        { text: severity, tone: severity === 'error' ? 'bad' : severity === 'warning' ? 'doubt' : 'plain' },
        { text: message },
        { text: help },
      ]),
    },
  ];
}
