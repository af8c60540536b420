/** As much of JSON Schema 2020-12 as the agent event schema uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

const understood = new Set([
  ...['$schema', 'title', 'description', '$defs', '$ref', 'type', 'const', 'enum', 'pattern', 'anyOf', 'required'],
  ...['properties', 'additionalProperties', 'items'],
]);

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Lists what is wrong with a value, each with its path; empty when it is valid. Throws for a keyword it does not know. */
export function findSchemaErrors(value: unknown, schema: JsonSchema, root: JsonSchema = schema, path = '$'): string[] {
  const unknown = Object.keys(schema).find((keyword) => !understood.has(keyword));
  if (unknown !== undefined) throw new Error(`The schema checker does not know ${unknown}`);
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    if (!target) throw new Error(`The schema has no ${schema.$ref}`);
    return findSchemaErrors(value, target, root, path);
  }
  const errors: string[] = [];
  if (schema.type !== undefined && typeOf(value) !== schema.type) errors.push(`${path} is not ${schema.type}`);
  if (schema.const !== undefined && value !== schema.const) errors.push(`${path} is not ${String(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) errors.push(`${path} is ${String(value)}`);
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(String(value))) {
    errors.push(`${path} is ${String(value)}`);
  }
  if (schema.anyOf && !schema.anyOf.some((one) => findSchemaErrors(value, one, root, path).length === 0)) {
    errors.push(`${path} fits none of the alternatives`);
  }
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      if (schema.items) errors.push(...findSchemaErrors(item, schema.items, root, `${path}[${index}]`));
    });
  } else if (typeof value === 'object' && value !== null) {
    errors.push(...findMemberErrors(value as Readonly<Record<string, unknown>>, schema, root, path));
  }
  return errors;
}

function findMemberErrors(
  value: Readonly<Record<string, unknown>>,
  schema: JsonSchema,
  root: JsonSchema,
  path: string,
): string[] {
  const missing = (schema.required ?? [])
    .filter((name) => !(name in value))
    .map((name) => `${path}.${name} is missing`);
  const wrong = Object.entries(value).flatMap(([name, member]) => {
    const memberSchema = schema.properties?.[name];
    if (memberSchema) return findSchemaErrors(member, memberSchema, root, `${path}.${name}`);
    return schema.additionalProperties === false ? [`${path}.${name} is not known`] : [];
  });
  return [...missing, ...wrong];
}
