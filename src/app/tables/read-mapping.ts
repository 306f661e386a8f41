import type { ZodType } from 'zod';
import { decodeText } from '../../base/decode-text.ts';
import { UsageError } from '../../base/errors.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { explainProblem } from '../../records/loading/explain-problem.ts';
import { parseRecord } from '../../records/loading/parse-record.ts';
import { jsonSchemaOf } from '../../records/loading/schema-at.ts';
import type { Host } from '../host.ts';
import { readNamedFile } from '../read-named-file.ts';

/** Reads the file of `--mapping`, which tells what the columns of a table hold. Throws `UsageError`, which ends with what a mapping is. */
export async function readMapping<T>(host: Host, file: string, schema: ZodType<T>, help: string): Promise<T> {
  const bytes = await readNamedFile(host, file, 'Correct --mapping.');
  const parsed = parseRecord(file, decodeText(bytes) ?? bytes, help);
  if ('diagnostics' in parsed) throw new UsageError(parsed.diagnostics[0]?.message ?? `${file} cannot be read`, help);
  const checked = checkSchema(schema, parsed.value);
  if (checked.ok) return checked.value;
  const [fault] = checked.problems.flatMap((problem) =>
    explainProblem(problem, { file, schema: jsonSchemaOf(schema), ...parsed }),
  );
  throw new UsageError(`${file} is no mapping: ${fault?.message ?? 'it cannot be used'}`, help);
}
