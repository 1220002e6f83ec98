/** As much of JSON Schema as the product's OpenAPI document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
}

export interface Operation {
  readonly method: string;
  /** With its placeholders, such as `/api/stays/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly bodyType: string | undefined;
  readonly body: Schema | undefined;
}

interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export function operationsOf({ paths, components }: OpenApiDocument): Operation[] {
  const whole = (schema: Schema): Schema => resolved(schema, components?.schemas ?? {});
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
      const [bodyType, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
      return {
        method: method.toUpperCase(),
        path,
        parameters: parameters.map((each) => ({ ...each, schema: whole(each.schema) })),
        bodyType,
        body: body && whole(body.schema),
      };
    }),
  );
}

/** The schema with everything it refers to written in its place. */
function resolved(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  const named = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (named) return resolved(schemas[named.split('/').at(-1) ?? ''] ?? {}, schemas);
  const { properties, items } = schema;
  return {
    ...schema,
    ...(items ? { items: resolved(items, schemas) } : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, each]) => [name, resolved(each, schemas)]),
          ),
        }
      : {}),
  };
}
