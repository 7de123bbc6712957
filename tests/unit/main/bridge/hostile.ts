/**
 * Payloads nobody honest sends, derived from a call's own schema: something it would take, with one thing spoilt. A
 * new call is covered by being in the contract.
 */
import fc from 'fast-check';
import { z } from 'zod';

/** In every text that is made, so that it can be looked for in what comes back. */
export const CANARY = 'CANARY-7f3a';

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a call takes, or close to it: texts are short, and rules beyond JSON Schema are not followed. */
export function welcome(input: z.ZodType): fc.Arbitrary<unknown> {
  return fromSchema(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
}

function fromSchema(schema: JsonSchema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return fc.oneof(...branches.map(fromSchema));
  return makers[schema.type ?? '']?.(schema) ?? fc.constant(undefined);
}

const number = ({ minimum = 0, maximum = 1e6 }: JsonSchema): fc.Arbitrary<number> =>
  fc.integer({ min: Math.max(minimum, 0), max: Math.min(maximum, 1e6) });

const makers: Readonly<Record<string, (schema: JsonSchema) => fc.Arbitrary<unknown>>> = {
  object: ({ properties = {}, required = [] }) => {
    const fields = Object.entries(properties).map(([key, field]) => [key, fromSchema(field)]);
    return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: [...required],
    });
  },
  array: ({ items = {} }) => fc.array(fromSchema(items), { maxLength: 3 }),
  string: textFrom,
  integer: number,
  number,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
};

function textFrom({ format, pattern, minLength = 0, maxLength = 20 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time')
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
      .map((date) => date.toISOString());
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { size: 'small' });
  return fc.string({ minLength, maxLength: Math.min(maxLength, Math.max(minLength, 20)) });
}

type Path = readonly (string | number)[];

/** Every place in a value, the value itself first. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

/** A copy with another value at one place. */
function replaceAt(value: unknown, [key, ...rest]: Path, make: (old: unknown) => unknown): unknown {
  if (key === undefined) return make(value);
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  return Object.assign(copy, { [key]: replaceAt(Reflect.get(copy, key), rest, make) });
}

/** An own field of that name, as a structured clone or `JSON.parse` makes it; an assignment would not. */
function withField(value: unknown, name: string, field: unknown): unknown {
  const base: object = typeof value === 'object' && value !== null ? { ...value } : {};
  return Object.defineProperty(base, name, {
    value: field,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function nest(depth: number): unknown {
  let deep: unknown = CANARY;
  for (let level = 0; level < depth; level += 1) deep = level % 2 === 0 ? { deep } : [deep];
  return deep;
}

/** Made once: nobody changes a payload, and making them would take longer than all that is asked of them. */
const deep = [7, 8, 50, 5_000].map((depth) => nest(depth));
const wide = [2_000, 2_001, 20_000].map((length) => new Array<string>(length).fill(CANARY));

const poison = { polluted: CANARY };
const wrongTypes: readonly unknown[] = [
  CANARY.repeat(3000),
  Number.NaN,
  -1,
  1e308,
  2 ** 53,
  12n,
  true,
  [],
  [CANARY],
  {},
  { [CANARY]: CANARY },
  new Date(0),
  new Map([[CANARY, CANARY]]),
  new Uint8Array(64),
  /x/,
];

/** One thing spoilt at one place. */
type Spoil = (old: unknown) => unknown;
const spoils: fc.Arbitrary<Spoil> = fc.oneof(
  fc.constantFrom(...wrongTypes).map((wrong) => () => wrong),
  fc
    .constantFrom('__proto__', 'constructor', 'prototype')
    .map((name) => (old: unknown) => withField(old, name, poison)),
  fc
    .constantFrom(CANARY, 'token', 'toString', '')
    .map((name) => (old: unknown) => withField(old, name, CANARY)),
  fc.constantFrom(...deep, ...wide).map((large) => () => large),
  fc.constant(() => {
    const cycle: Record<string, unknown> = { name: CANARY };
    cycle['self'] = cycle;
    return cycle;
  }),
);

/** Something hostile for a call with this input. It may still be what the call takes; the schema is the judge. */
export function hostile(input: z.ZodType): fc.Arbitrary<unknown> {
  const spoilt = fc.tuple(welcome(input), fc.nat(), spoils).map(([value, where, spoil]) => {
    const places = placesIn(value);
    return replaceAt(value, places[where % places.length] ?? [], spoil);
  });
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true });
  return fc.oneof({ weight: 4, arbitrary: spoilt }, { weight: 1, arbitrary: anything });
}
