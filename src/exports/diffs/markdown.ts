import { markdownCode as code } from '../markdown-code.ts';
import type { Component } from '../../model/component.ts';
import type { DiffExport } from '../../model/plugs/diff-export.ts';
import type { ComponentChange, FactChange } from '../../model/inventory/inventory-diff.ts';

/** Writes a difference as a comment on a pull request: what ships first, tools folded away. */
export const markdown: DiffExport = {
  name: 'markdown',
  title: 'Markdown for a pull request',
  write: (changes, { before, after }) => {
    const shipped = changes.filter((change) => !isTool(change));
    const tools = changes.filter(isTool);
    const sections = [
      `## Components: ${code(before)} → ${code(after)}`,
      changes.length === 0 ? 'No component differs.' : `${summary(changes)}.`,
      ...(shipped.length === 0 ? [] : [table(shipped)]),
      ...(tools.length === 0
        ? []
        : [`<details><summary>Tools: ${summary(tools)}</summary>\n\n${table(tools)}\n\n</details>`]),
    ];
    return `${sections.join('\n\n')}\n`;
  },
};

function isTool(change: ComponentChange): boolean {
  return statesOf(change).every(({ scope }) => scope === 'development');
}

function statesOf(change: ComponentChange): readonly Component[] {
  if (change.kind === 'added') return [change.after];
  return change.kind === 'removed' ? [change.before] : [change.before, change.after];
}

function summary(changes: readonly ComponentChange[]): string {
  const kinds = ['added', 'removed', 'changed'] as const;
  return kinds
    .map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => `${number} ${kind}`)
    .join(', ');
}

function table(changes: readonly ComponentChange[]): string {
  return ['| component | version | what differs |', '| --- | --- | --- |', ...changes.map(row)].join('\n');
}

function row(change: ComponentChange): string {
  const cells = [nameOf(change), versionOf(change), differenceOf(change)];
  return `| ${cells.join(' | ')} |`;
}

function nameOf(change: ComponentChange): string {
  const { type, name } = change.kind === 'removed' ? change.before : change.after;
  return `${code(name)} (${text(type)})`;
}

function versionOf(change: ComponentChange): string {
  const versions = statesOf(change).map(({ version }) => (version === undefined ? 'not pinned' : code(version)));
  return [...new Set(versions)].join(' → ');
}

function differenceOf(change: ComponentChange): string {
  if (change.kind === 'added') return `**added**, ${change.after.scope}`;
  if (change.kind === 'removed') return `**removed**, was ${change.before.scope}`;
  const others = change.facts.filter(({ fact }) => fact !== 'version').map(factText);
  return [...(change.step === 'down' ? ['**downgrade**'] : []), ...others].join('; ') || 'update';
}

function factText({ fact, before, after }: FactChange): string {
  const shown = (values: readonly string[]) => (values.length === 0 ? 'nothing' : values.map(code).join(', '));
  return fact === 'needs'
    ? `needs: ${[...before.map((purl) => `no longer ${code(purl)}`), ...after.map((purl) => `now ${code(purl)}`)].join(', ') || 'told by one state alone'}`
    : `${fact}: ${shown(before)} → ${shown(after)}`;
}

function text(foreign: string): string {
  return foreign.replace(/[^\w.+-]/g, '');
}
