import { z } from 'zod';
import { parseCoreMetadata, type CoreMetadata } from '../base/formats/core-metadata.ts';
import type { RegistryFacts } from '../model/inventory/metadata.ts';
import type {
  CompareVersions,
  Registry,
  RegistryAnswers,
  RegistryPackage,
  RegistryReading,
} from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom, licenceFrom, namesFrom, textFrom } from './told.ts';

const fileSchema = z.object({
  filename: z.string(),
  url: z.string(),
  yanked: z.union([z.boolean(), z.string()]).optional(),
  'upload-time': z.string().optional(),
  'core-metadata': z.unknown().optional(),
  'data-dist-info-metadata': z.unknown().optional(),
});

const indexSchema = z.object({ files: z.array(fileSchema), versions: z.array(z.string()).optional() });

const text = z.string().nullish();

const jsonSchema = z.object({
  info: z.object({
    author: text,
    author_email: text,
    maintainer: text,
    maintainer_email: text,
    license: text,
    license_expression: text,
    classifiers: z.array(z.string()).nullish(),
    home_page: text,
    project_urls: z.record(z.string(), z.string()).nullish(),
    yanked: z.boolean().nullish(),
    yanked_reason: text,
  }),
  urls: z.array(z.object({ upload_time_iso_8601: z.string().optional() })).optional(),
});

type IndexFile = z.infer<typeof fileSchema>;

/**
 * An index of Python packages: its simple index (PEP 503, in JSON by PEP 691), then the core metadata beside a file
 * (PEP 658); an index that lacks these is asked for the JSON of the version.
 */
export const pypi: Registry = {
  name: 'pypi',
  title: 'Python package index',
  configured: 'index-url in pip.conf, PIP_INDEX_URL, [[tool.uv.index]] or a source of Poetry',
  ask: (wanted, answers) => {
    const project = nameInIndex(wanted.name);
    if (!answers.has('index')) return { name: 'index', path: [project], accept: indexTypes };
    const described = filesOf(answers, wanted).find(hasMetadata);
    const address = described && addressOf(described, wanted);
    if (address !== undefined && !answers.has('metadata'))
      return { name: 'metadata', at: `${address}.metadata`, path: [], accept: '*/*' };
    const api = /^(.*)\/simple$/s.exec(wanted.base)?.[1];
    if (api === undefined || answers.get('metadata') !== undefined || answers.has('version')) return undefined;
    const path = ['pypi', project, wanted.version, 'json'];
    return { name: 'version', at: api, path, accept: 'application/json' };
  },
  read: (wanted, answers, compare): RegistryReading => {
    const { name, version } = wanted;
    const files = filesOf(answers, wanted);
    const metadata = answers.get('metadata');
    const json = answers.get('version');
    const told = metadata === undefined ? undefined : metadataTold(parseCoreMetadata(metadata));
    const stated = json === undefined ? undefined : jsonAnswer(jsonSchema, json);
    if (files.length === 0 && told === undefined && stated?.kind !== 'value') return nothingOf(answers, version);
    return {
      kind: 'facts',
      facts: {
        ...(stated?.kind === 'value' && jsonTold(stated.value)),
        ...told,
        ...factsFrom({
          yanked: yankOf(files),
          released: files
            .map((file) => file['upload-time'] ?? '')
            .filter(Boolean)
            .toSorted()[0],
        }),
        ...factsFrom({ latest: latestOf(answers, name, compare) }),
      },
    };
  },
};

const indexTypes = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1';

function nameInIndex(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** The files of the index, also of one that answers in HTML. */
function allFiles(answers: RegistryAnswers): readonly IndexFile[] {
  const index = answers.get('index');
  if (index === undefined) return [];
  if (/^\s*</.test(index)) return htmlFiles(index);
  const answer = jsonAnswer(indexSchema, index);
  return answer.kind === 'value' ? answer.value.files : [];
}

/** The links of a simple index in HTML (PEP 503, 592, 658). */
function htmlFiles(html: string): readonly IndexFile[] {
  return [...html.matchAll(/<a\s([^>]{1,4000})>([^<]{1,400})<\/a>/gi)].flatMap(([, attributes = '', label = '']) => {
    const of = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(attributes)?.[1];
    const url = of('href');
    if (url === undefined) return [];
    const yanked = /(?:^|\s)data-yanked/i.test(attributes) ? of('data-yanked') || true : undefined;
    const described = of('data-core-metadata') ?? of('data-dist-info-metadata');
    return [{ filename: label.trim(), url, yanked, 'core-metadata': described, 'data-dist-info-metadata': undefined }];
  });
}

function filesOf(answers: RegistryAnswers, { name, version }: RegistryPackage): readonly IndexFile[] {
  return allFiles(answers).filter(({ filename }) => sameVersion(versionOf(filename, name), version));
}

/** The version in the name of a wheel or of a source archive. */
function versionOf(filename: string, name: string): string | undefined {
  const own = nameInIndex(name).length;
  const stem = filename.replace(/\.(?:whl|tar\.gz|zip|tar\.bz2|tgz|egg)$/i, '');
  if (stem === filename || nameInIndex(stem.slice(0, own)) !== nameInIndex(name) || stem[own] !== '-') return undefined;
  const rest = stem.slice(own + 1);
  return /\.(?:whl|egg)$/i.test(filename) ? rest.split('-')[0] : rest;
}

function sameVersion(a: string | undefined, b: string): boolean {
  const plain = (version: string) => version.toLowerCase().replace(/_/g, '+').replace(/^v/, '');
  return a !== undefined && plain(a) === plain(b);
}

function hasMetadata(file: IndexFile): boolean {
  const stated = file['core-metadata'] ?? file['data-dist-info-metadata'];
  return stated !== undefined && stated !== false && stated !== null;
}

/** A version is taken back when all of its files are (PEP 592). */
function yankOf(files: readonly IndexFile[]): string | undefined {
  if (files.length === 0 || files.some(({ yanked }) => yanked === undefined || yanked === false)) return undefined;
  return files.flatMap(({ yanked }) => textFrom(yanked) ?? [])[0] ?? 'without a reason';
}

/** The newest version that is no pre-release and was not taken back. */
function latestOf(answers: RegistryAnswers, name: string, compare: CompareVersions): string | undefined {
  const versions = allFiles(answers)
    .filter(({ yanked }) => yanked === undefined || yanked === false)
    .flatMap(({ filename }) => versionOf(filename, name) ?? [])
    .filter((version) => /^[\d.]+(?:\.post\d+)?$/.test(version));
  return [...new Set(versions)].toSorted(compare).at(-1);
}

function metadataTold(fields: CoreMetadata): RegistryFacts {
  const all = (field: string) => (fields.get(field) ?? []).map(({ value }) => value);
  const addresses = new Map(
    all('project-url').flatMap((value) => {
      const comma = value.indexOf(',');
      return comma === -1 ? [] : [[value.slice(0, comma), value.slice(comma + 1).trim()] as const];
    }),
  );
  return toldOf({
    author: all('author')[0] ?? personIn(all('author-email')[0]),
    maintainer: all('maintainer')[0] ?? personIn(all('maintainer-email')[0]),
    expression: all('license-expression')[0],
    licence: all('license')[0],
    classifiers: all('classifier'),
    homepage: all('home-page')[0],
    addresses,
  });
}

function jsonTold({ info, urls }: z.infer<typeof jsonSchema>): RegistryFacts {
  const told = toldOf({
    author: info.author || personIn(info.author_email),
    maintainer: info.maintainer || personIn(info.maintainer_email),
    expression: info.license_expression,
    licence: info.license,
    classifiers: info.classifiers ?? [],
    homepage: info.home_page,
    addresses: new Map(Object.entries(info.project_urls ?? {})),
  });
  const yanked = info.yanked === true ? (textFrom(info.yanked_reason) ?? 'without a reason') : undefined;
  return { ...told, ...factsFrom({ yanked, released: urls?.[0]?.upload_time_iso_8601 }) };
}

type Written = {
  readonly author: unknown;
  readonly maintainer: unknown;
  readonly expression: unknown;
  readonly licence: unknown;
  readonly classifiers: readonly string[];
  readonly homepage: unknown;
  readonly addresses: ReadonlyMap<string, string>;
};

function toldOf(written: Written): RegistryFacts {
  const labelled = new Map(
    [...written.addresses].map(([label, address]) => [label.toLowerCase().replace(/[^a-z]/g, ''), address]),
  );
  const classified = namesFrom(
    written.classifiers.flatMap((one) => /^License :: (?:OSI Approved :: )?(.+)$/.exec(one)?.[1] ?? []),
  );
  return factsFrom({
    supplier: written.maintainer,
    originator: written.author,
    licence: licenceFrom(written.expression) ?? licenceFrom(written.licence) ?? classified,
    repository: ['source', 'repository', 'sourcecode', 'github', 'code'].flatMap(
      (label) => labelled.get(label) ?? [],
    )[0],
    homepage: textFrom(written.homepage) ?? labelled.get('homepage'),
  });
}

/** The name before an address of electronic mail. */
function personIn(mail: unknown): string | undefined {
  return typeof mail === 'string' ? /^"?([^"<@]{1,200})"?\s*</.exec(mail.slice(0, 400))?.[1]?.trim() : undefined;
}

function nothingOf(answers: RegistryAnswers, version: string): RegistryReading {
  const index = answers.get('index');
  if (index === undefined) return { kind: 'absent', reason: 'the index does not know the package' };
  if (allFiles(answers).length > 0) return { kind: 'absent', reason: `the index knows the package without ${version}` };
  const answer = jsonAnswer(indexSchema, index);
  return answer.kind === 'damaged' ? answer : { kind: 'absent', reason: 'the index lists no file of the package' };
}

/** The address of a file, which an index may give relative to its own page. */
function addressOf({ url }: IndexFile, { base, name }: RegistryPackage): string | undefined {
  const page = `${base}/${nameInIndex(name)}/`;
  return URL.canParse(url, page) ? new URL(url, page).href.replace(/#.*$/s, '') : undefined;
}
