import type { LinePlace } from '../../model/place.ts';
import type { Paragraph } from '../debian/control-file.ts';
import type { VcpkgPort } from './vcpkg-port.ts';

/** A port as the database has it, with the keys, `name:triplet`, of those that it and its features need. */
export type InstalledPort = {
  readonly key: string;
  readonly port: VcpkgPort;
  readonly at: LinePlace;
  readonly needs: readonly string[];
  readonly description: string | undefined;
};

/** Joins the paragraphs of ports and their features; a later one replaces an earlier, and what was removed goes. */
export function installedPorts(
  file: string,
  paragraphs: readonly (readonly [file: string, paragraph: Paragraph])[],
): readonly InstalledPort[] {
  const latest = new Map<string, Row>();
  for (const [from, paragraph] of paragraphs) {
    const row = rowOf(from === file ? file : undefined, paragraph);
    if (row === undefined) continue;
    const before = latest.get(row.id);
    latest.set(row.id, { ...row, line: row.line ?? before?.line });
  }
  const rows = [...latest.values()].filter(({ isInstalled }) => isInstalled);
  const needs = new Map<string, string[]>();
  for (const { key, needed } of rows) {
    const known = needs.get(key);
    if (known === undefined) needs.set(key, [...needed]);
    else for (const each of needed) known.push(each);
  }
  return rows.flatMap(({ key, port, line, description }) =>
    port === undefined ? [] : [{ key, port, at: { file, line: line ?? 1 }, needs: needs.get(key) ?? [], description }],
  );
}

type Row = {
  /** Key and feature. */
  readonly id: string;
  readonly key: string;
  /** Undefined for a feature. */
  readonly port: VcpkgPort | undefined;
  /** Undefined for a paragraph of another file. */
  readonly line: number | undefined;
  readonly isInstalled: boolean;
  readonly needed: readonly string[];
  readonly description: string | undefined;
};

function rowOf(file: string | undefined, paragraph: Paragraph): Row | undefined {
  const valueOf = (field: string) => paragraph.get(field)?.value || undefined;
  const name = valueOf('package');
  const triplet = valueOf('architecture');
  if (name === undefined || triplet === undefined) return undefined;
  const key = `${name}:${triplet}`;
  const feature = valueOf('feature');
  const port = { name, version: valueOf('version'), portVersion: valueOf('port-version'), triplet };
  return {
    id: `${key}[${feature ?? ''}]`,
    key,
    port: feature === undefined || feature === 'core' ? port : undefined,
    line: file === undefined ? undefined : paragraph.get('package')?.line,
    isInstalled: /\binstalled$/.test(valueOf('status') ?? '') && !/\bnot-installed$/.test(valueOf('status') ?? ''),
    needed: neededBy(valueOf('depends') ?? '', triplet),
    description: valueOf('description')?.split('\n')[0],
  };
}

/** `zlib`, `zlib:x64-linux` or `arrow[parquet]:x64-linux`, with commas between. */
function neededBy(depends: string, triplet: string): readonly string[] {
  return depends.split(',').flatMap((written) => {
    const [, name, own] = /^\s*([a-z0-9-]+)\s*(?:\[[^\]]*\])?\s*(?::\s*([\w-]+))?/.exec(written) ?? [];
    return name === undefined ? [] : [`${name}:${own ?? triplet}`];
  });
}
