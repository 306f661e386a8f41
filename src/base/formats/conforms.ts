import type { $ZodCheck, $ZodType, $ZodTypes } from 'zod/v4/core';

/**
 * Whether a value passes a schema that neither changes nor refuses anything beyond the kinds below: a quick yes, many
 * times faster than the schema itself, for lockfiles hold thousands of entries. `false` says nothing; the schema is asked.
 */
export function conforms(schema: $ZodType, value: unknown): boolean {
  return testOf(schema)(value);
}

type Test = (value: unknown) => boolean;

const tests = new WeakMap<$ZodType, Test>();

function testOf(schema: $ZodType): Test {
  const known = tests.get(schema);
  if (known !== undefined) return known;
  // A schema may hold itself: what it holds finds it here while it is being made.
  tests.set(schema, (value) => testOf(schema)(value));
  const test = compile(schema);
  tests.set(schema, test);
  return test;
}

const never: Test = () => false;

function compile(schema: $ZodType): Test {
  const { def } = (schema as $ZodTypes)._zod;
  if ('coerce' in def && def.coerce) return never;
  if ('format' in def) return never;
  if (def.type === 'custom') return (def.checks?.length ?? 0) === 0 && 'fn' in def ? asks(def.fn) : never;
  const checks = (def.checks ?? []).map((check) => checkOf(def, check));
  const test = kindOf(def);
  return checks.length === 0 ? test : (value) => test(value) && checks.every((holds) => holds(value));
}

function kindOf(def: $ZodTypes['_zod']['def']): Test {
  switch (def.type) {
    case 'string':
    case 'boolean':
      return (value) => typeof value === def.type;
    case 'number':
      return (value) => typeof value === 'number' && Number.isFinite(value);
    case 'unknown':
    case 'any':
      return () => true;
    case 'literal':
      return oneOf(def.values);
    case 'enum':
      return oneOf(Object.values(def.entries));
    case 'optional':
      return orElse(undefined, testOf(def.innerType));
    case 'nullable':
      // oxlint-disable-next-line unicorn/no-null -- what a file says
      return orElse(null, testOf(def.innerType));
    case 'catch':
      return testOf(def.innerType);
    case 'lazy':
      return (value) => testOf(def.getter())(value);
    case 'union':
      return eitherOf(def.options.map(testOf));
    case 'array':
      return everyItem(testOf(def.element));
    case 'record':
      return everyEntry(def.keyType, testOf(def.valueType));
    case 'object':
      return def.catchall === undefined ? everyKey(def.shape) : never;
    default:
      return never;
  }
}

function asks(ask: (value: never) => unknown): Test {
  return (value) => Boolean(ask(value as never));
}

/** What is asked of a value beyond its kind: to match an expression, to be of some length, or what we wrote ourselves. */
function checkOf(kind: $ZodTypes['_zod']['def'], { _zod: { def } }: $ZodCheck): Test {
  if ('format' in def) {
    const pattern = def.format === 'regex' && 'pattern' in def ? def.pattern : undefined;
    const isPlainPattern = pattern instanceof RegExp && !pattern.global && !pattern.sticky;
    return isPlainPattern ? (value) => pattern.test(String(value)) : never;
  }
  if (def.check === 'min_length' && 'minimum' in def) return ofLength(Number(def.minimum), Infinity);
  if (def.check === 'max_length' && 'maximum' in def) return ofLength(0, Number(def.maximum));
  if (def.check !== 'custom' || !('fn' in def) || typeof def.fn !== 'function') return never;
  const ask = asks(def.fn as (value: never) => unknown);
  if (kind.type === 'string' || kind.type === 'number') return ask;
  return kind.type === 'object' ? (value) => ask(onlyNamed(kind.shape, value)) : never;
}

function ofLength(least: number, most: number): Test {
  return (value) =>
    (typeof value === 'string' || Array.isArray(value)) && value.length >= least && value.length <= most;
}

/** An object as its schema hands it on: with the keys that it names and no others. */
function onlyNamed(shape: object, value: unknown): unknown {
  return isPlain(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => Object.hasOwn(shape, key)))
    : value;
}

function oneOf(values: readonly unknown[]): Test {
  const all = new Set(values);
  return (value) => all.has(value);
}

function orElse(none: null | undefined, test: Test): Test {
  return (value) => value === none || test(value);
}

/** Made for each schema, not for each value, as these are many. */
function eitherOf(options: readonly Test[]): Test {
  const [first = never, ...others] = options;
  return others.reduce((one, other) => (value) => one(value) || other(value), first);
}

function everyItem(test: Test): Test {
  return (value) => Array.isArray(value) && value.every(test);
}

/** A map with texts for keys; a key that could be taken for the prototype is left to the schema, which drops it. */
function everyEntry(keys: $ZodType, test: Test): Test {
  if (!testOf(keys)('any text')) return never;
  return (value) => {
    if (!isPlain(value) || Object.hasOwn(value, '__proto__')) return false;
    for (const key in value) if (!test(value[key])) return false;
    return true;
  };
}

/** The keys that the schema names; what else the object holds nobody asks for. */
function everyKey(shape: Readonly<Record<string, $ZodType>>): Test {
  const named = new Map(Object.entries(shape).map(([key, schema]) => [key, testOf(schema)] as const));
  let required: readonly string[] | undefined;
  return (value) => {
    required ??= [...named].filter(([, test]) => !test(undefined)).map(([key]) => key);
    if (!isPlain(value)) return false;
    for (const key in value) if (named.get(key)?.(value[key]) === false) return false;
    return required.length === 0 || hasAll(value, required);
  };
}

function hasAll(value: object, keys: readonly string[]): boolean {
  return keys.every((key) => Object.hasOwn(value, key));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
