/** A product with its version by CPE 2.3; `*` is any value, `-` says that there is none. */
export type Cpe = {
  readonly part: string;
  readonly vendor: string;
  readonly product: string;
  readonly version: string;
  readonly update: string;
  readonly targetSoftware: string;
};

/** Reads a formatted string (CPE 2.3 naming, 6.2) or a URI (6.1), in lower case; `undefined` when it is neither. */
export function parseCpe(text: string): Cpe | undefined {
  if (text.length > longest) return undefined;
  const lower = text.toLowerCase();
  if (lower.startsWith('cpe:2.3:')) return fromFormatted(splitEscaped(lower.slice(8)));
  return lower.startsWith('cpe:/') ? fromUri(lower.slice(5)) : undefined;
}

/** Real names have at most some hundred characters. */
const longest = 2000;

/** A colon that belongs to a value is escaped; one too many says that somebody forgot to. */
function fromFormatted(values: readonly string[]): Cpe | undefined {
  return values.length === 11 ? toCpe(values.map(unquote)) : undefined;
}

function splitEscaped(text: string): readonly string[] {
  return text.match(/(?:^|:)(?:\\.|[^\\:])*/g)?.map((value) => value.replace(/^:/, '')) ?? [];
}

/** A quoted `*` or `-` is a character, not a value of its own. */
function unquote(value: string): string {
  return value.replace(/\\(.)/g, '$1');
}

/** Edition, software edition and target software are packed into the sixth part, between tildes. */
function fromUri(body: string): Cpe | undefined {
  const values = body.split(':');
  if (values.length > 7) return undefined;
  const [part, vendor, product, version, update, edition = ''] = values.map(unpercent);
  const targetSoftware = edition.startsWith('~') ? edition.split('~')[3] : undefined;
  return toCpe([part, vendor, product, version, update, '', '', '', targetSoftware].map((value) => value || '*'));
}

function unpercent(value: string): string {
  return value.replace(/%([0-9a-f]{2})/g, (_, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return character === '\u0001' ? '?' : character === '\u0002' ? '*' : character;
  });
}

function toCpe(values: readonly string[]): Cpe | undefined {
  const [part = '', vendor = '', product = '', version = '*', update = '*', , , , targetSoftware = '*'] = values;
  const isNamed = [vendor, product].every((value) => value !== '' && value !== '*' && value !== '-');
  if (!/^[aoh*]$/.test(part) || !isNamed) return undefined;
  return {
    part,
    vendor,
    product,
    version: version || '*',
    update: update || '*',
    targetSoftware: targetSoftware || '*',
  };
}
