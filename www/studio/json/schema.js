/**
 * Walks a JSON Schema: which keys and values belong at a place of a document, and what they mean.
 * Knows the few keywords that say so (properties, patternProperties, additionalProperties, items,
 * enum, const, type, $ref and the like); must not know the format or the editor.
 */

/** Keywords whose schemas apply to the same value as the schema around them. */
const SAME = ['allOf', 'anyOf', 'oneOf'];

/**
 * All schemas that may apply at `path`, an array of keys and indexes from the top of the document.
 */
export function schemasAt(schema, path) {
  let here = open(schema, schema);
  for (const step of path) here = here.flatMap((it) => under(it, step).flatMap((inner) => open(schema, inner)));
  return here;
}

/**
 * The keys of an object that these schemas describe: `[{ key, description, isRequired, schemas }]`.
 */
export function keysIn(schema, schemas) {
  const names = new Set(schemas.flatMap((it) => Object.keys(it.properties ?? {})));
  return [...names].map((key) => {
    const inner = schemas.filter((it) => Object.hasOwn(it.properties ?? {}, key));
    const opened = inner.flatMap((it) => open(schema, it.properties[key]));
    const isRequired = schemas.some((it) => it.required?.includes(key));
    return { key, description: describe(opened), isRequired, schemas: opened };
  });
}

/** The strings, numbers and so on that may be the value: `[{ value, description }]`. */
export function valuesIn(schemas) {
  const values = new Map();
  for (const it of schemas) {
    const own = it.enum ?? (it.type === 'boolean' ? [true, false] : []);
    // JSON Schema has no keyword for the meaning of each value. `enumDescriptions` is an extension
    // that some editors read too.
    for (const [index, value] of own.entries()) values.set(value, it.enumDescriptions?.[index]);
    if ('const' in it) values.set(it.const, it.description);
  }
  return [...values].map(([value, description]) => ({ value, description }));
}

/** The description of a key for authors. */
export function describe(schemas) {
  return schemas.find((it) => it.description)?.description;
}

/** How a value begins and ends, if the schemas agree on its type. */
export function frameOf(schemas) {
  const types = schemas.flatMap((it) => it.type ?? []);
  const [only] = types;
  if (types.length === 0 && valuesIn(schemas).some(({ value }) => typeof value === 'string')) return ['"', '"'];
  if (types.some((type) => type !== only)) return ['', ''];
  return { string: ['"', '"'], array: ['[', ']'], object: ['{', '}'] }[only] ?? ['', ''];
}

/** A schema with all schemas that it refers to or combines. `seen` stops circular references. */
function open(top, schema, seen = new Set()) {
  if (!schema || typeof schema !== 'object' || seen.has(schema)) return [];
  seen.add(schema);
  const inner = SAME.flatMap((keyword) => schema[keyword] ?? []);
  inner.push(schema.then, schema.else, referred(top, schema.$ref));
  return [schema, ...inner.flatMap((it) => open(top, it, seen))];
}

/** The schema in the same document that a reference such as `#/$defs/statement` names. */
function referred(top, reference) {
  if (!reference?.startsWith('#')) return undefined;
  const steps = reference.slice(1).split('/').slice(1);
  return steps.reduce((it, step) => it?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], top);
}

/** The schemas of a property or item, one step inside. */
function under(schema, step) {
  if (typeof step === 'number') return [schema.prefixItems?.[step] ?? schema.items];
  if (Object.hasOwn(schema.properties ?? {}, step)) return [schema.properties[step]];
  const patterns = Object.entries(schema.patternProperties ?? {});
  const matching = patterns.filter(([pattern]) => new RegExp(pattern, 'u').test(step)).map(([, inner]) => inner);
  return matching.length > 0 ? matching : [schema.additionalProperties];
}
