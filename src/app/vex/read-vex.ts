import { decodeText } from '../../base/decode-text.ts';
import { parseJson } from '../../base/formats/json/json.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { VexDocument } from '../../model/vex/vex-document.ts';
import { vexReaders } from '../../readers/vex/index.ts';
import { envelopeSchema, openEnvelope, type SignedContent } from './open-envelope.ts';

/** A document that was read by its content, with its signatures where it lies in an envelope, or why it was not. */
export type ReadVex = {
  readonly format: string | undefined;
  readonly document: VexDocument | undefined;
  readonly signed: SignedContent | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads a VEX document of any known format, alone or in a DSSE envelope. */
export function readVex(file: string, bytes: Uint8Array): ReadVex {
  const refuse = (message: string, line?: number): ReadVex => ({
    format: undefined,
    document: undefined,
    signed: undefined,
    diagnostics: [refusal(file, message, line)],
  });
  const text = decodeText(bytes);
  if (text === undefined) return refuse('it is not UTF-8 text');
  const parsed = parseJson(text);
  if (!('value' in parsed)) return refuse(`it is no JSON: ${parsed.message}`, parsed.at.line);
  const envelope = checkSchema(envelopeSchema, parsed.value);
  const signed = envelope.ok ? openEnvelope(envelope.value) : undefined;
  const inner = signed === undefined ? parsed : parseJson(signed.text);
  if (!('value' in inner)) return refuse(`the payload of its envelope is no JSON: ${inner.message}`);
  const value = withoutStatement(inner.value);
  const reader = vexReaders.find(({ fits }) => fits(value));
  if (reader === undefined)
    return refuse(`it is none of ${vexReaders.map(({ title }) => title).join(', ')}, or it states nothing`);
  const lineOf = signed === undefined ? parsed.lineOf : () => 1;
  return { format: reader.name, signed, ...reader.readVex({ file, value, lineOf }) };
}

/** An attestation of in-toto holds the document as its predicate. */
function withoutStatement(value: unknown): unknown {
  const isStatement =
    typeof value === 'object' &&
    value !== null &&
    '_type' in value &&
    typeof value._type === 'string' &&
    value._type.startsWith('https://in-toto.io/Statement/');
  return isStatement && 'predicate' in value ? value.predicate : value;
}

function refusal(file: string, message: string, line?: number): Diagnostic {
  return {
    rule: 'vex/document',
    severity: 'error',
    message: `${file} cannot be read: ${message}`,
    place: line === undefined ? { file } : { file, line },
    help: 'Name a VEX document as JSON, or ask its author for a valid one.',
  };
}
