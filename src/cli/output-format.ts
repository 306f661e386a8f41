import { extname } from 'node:path';
import { UsageError } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import type { CommandOption, Context, OptionValues } from './command.ts';
import { textOption } from './option-values.ts';

/** What the name of a file ends in that holds a format, the usual ending first. */
const endings = {
  html: ['.html', '.htm'],
  pdf: ['.pdf'],
  text: ['.txt'],
  table: ['.txt'],
  markdown: ['.md', '.markdown'],
  json: ['.json'],
  csv: ['.csv'],
  xlsx: ['.xlsx'],
  svg: ['.svg'],
  dot: ['.dot', '.gv'],
  mermaid: ['.mmd', '.mermaid'],
  sarif: ['.sarif', '.sarif.json', '.json'],
  junit: ['.xml'],
  github: ['.txt'],
  gitlab: ['.json'],
  'cyclonedx-json': ['.cdx.json', '.bom.json', '.json'],
  'cyclonedx-xml': ['.cdx.xml', '.bom.xml', '.xml'],
  'spdx-json': ['.spdx.json', '.json'],
  'spdx-tag-value': ['.spdx', '.spdx.txt', '.txt'],
  'spdx-yaml': ['.spdx.yaml', '.spdx.yml', '.yaml', '.yml'],
  'spdx-rdf': ['.spdx.rdf', '.spdx.rdf.xml', '.rdf', '.rdf.xml', '.xml'],
  'spdx3-json': ['.spdx3.json', '.spdx.jsonld', '.jsonld', '.json'],
  cyclonedx: ['.cdx.json', '.json'],
  openvex: ['.openvex.json', '.json'],
  csaf: ['.csaf.json', '.json'],
  spdx3: ['.spdx3.json', '.spdx.jsonld', '.jsonld', '.json'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A format that some command writes. */
export type OutputFormat = keyof typeof endings;

/** Where a command writes, and that the name of the file tells its format. */
export const outputOption: CommandOption = {
  flags: '-o, --output <file>',
  description: 'write to a file instead of stdout, in the format that its name ends in; - is stdout',
};

/** A format, and the file to write it to; stdout, or what the command takes otherwise, where none is named. */
export type AskedOutput<Format> = { readonly format: Format; readonly output: string | undefined };

/** The format and the file that a person asked for by the options of a command, whose usual format is the first. */
export function askedOutput<Format extends OutputFormat>(
  { json }: Pick<Context, 'json'>,
  options: OptionValues,
  formats: readonly [Format, ...Format[]],
): AskedOutput<Format> {
  const output = textOption(options, 'output');
  const named = textOption(options, 'format') ?? (json ? 'json' : undefined);
  const format = formats.find((one) => one === named);
  return { format: formatOf(output, format, formats), output };
}

/**
 * The format to write: the one that is named, else the one that the file's name ends in, else the usual one. Where an ending
 * is that of several, the usual one among them is meant, else the first. Throws `UsageError` for a name that ends otherwise.
 */
export function formatOf<Format extends OutputFormat>(
  output: string | undefined,
  format: Format | undefined,
  formats: readonly [Format, ...Format[]],
): Format {
  const [usual] = formats;
  if (output === undefined || output === '-' || extname(output) === '') return format ?? usual;
  const meant = formatsMeant(output, formats);
  const isKnown = meant.length > 0 || formatsMeant(output, allFormats).length > 0;
  const chosen = format ?? (meant.includes(usual) ? usual : meant[0]);
  if (chosen !== undefined && (meant.includes(chosen) || !isKnown)) return chosen;
  throw new UsageError(
    `${quote(output)} does not end as a file of ${format ?? formats.join(', ')}`,
    format === undefined
      ? `Take a name that ends in ${[...new Set(formats.map((one) => endings[one][0]))].join(', ')}, or none of them and say --format.`
      : `Take a name that ends in ${endings[format].join(' or ')}, or ask for the format that this name means.`,
  );
}

const allFormats = Object.keys(endings).filter((name): name is OutputFormat => Object.hasOwn(endings, name));

/** The formats that have the longest of their endings in a file's name. */
function formatsMeant<Format extends OutputFormat>(file: string, formats: readonly Format[]): readonly Format[] {
  const name = file.toLowerCase();
  const matches = formats.map((format) => ({
    format,
    length: Math.max(0, ...endings[format].filter((ending) => name.endsWith(ending)).map((ending) => ending.length)),
  }));
  const longest = Math.max(1, ...matches.map(({ length }) => length));
  return matches.filter(({ length }) => length === longest).map(({ format }) => format);
}
