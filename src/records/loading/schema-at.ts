import { z } from 'zod';
import { valueAt } from '../../base/formats/value-at.ts';
import type { KeyPath } from '../../model/place.ts';

/** A JSON Schema, draft 2020-12, as far as records use it. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What a person may write where a schema checks: a key with a default may be left out. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $defs, ...root } = z.toJSONSchema(schema, { io: 'input' });
  return $defs?.[root.$ref?.split('/').at(-1) ?? ''] ?? root;
}

/** What a schema wants at a key path of a value: one shape, or the shapes of a union that the value may still mean. */
export function schemaAt(schema: JsonSchema, value: unknown, keyPath: KeyPath): readonly JsonSchema[] {
  let shapes = shapesOf(schema, value);
  let inner = value;
  for (const key of keyPath) {
    inner = valueAt(inner, [key]);
    shapes = shapes.flatMap((shape) => below(shape, key)).flatMap((shape) => shapesOf(shape, inner));
  }
  return shapes;
}

/** A branch of a union is out when it fixes a key, such as `kind`, to something else than the value holds. */
function shapesOf(schema: JsonSchema, value: unknown): readonly JsonSchema[] {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches === undefined) return [schema];
  const meant = branches.filter((branch) =>
    Object.entries(branch.properties ?? {}).every(([key, property]) => {
      const given = valueAt(value, [key]);
      return (
        given === undefined || typeof property === 'boolean' || property.const === undefined || property.const === given
      );
    }),
  );
  return meant.length > 0 ? meant : branches;
}

function below(schema: JsonSchema, key: string | number): readonly JsonSchema[] {
  const { items, properties, additionalProperties } = schema;
  const inner = typeof key === 'number' ? items : (properties?.[key] ?? additionalProperties);
  return typeof inner === 'object' && !Array.isArray(inner) ? [inner] : [];
}
