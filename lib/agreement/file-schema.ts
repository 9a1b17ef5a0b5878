import { z } from "zod";
import { fileShape } from "./file-shape.ts";
import { isFields } from "./resolve-definitions.ts";

type Schema = Record<string, unknown>;

/**
 * The schema that is published beside the files: it helps an editor to complete and to warn while somebody writes. Judged
 * is a file by its type and the rules over several fields, which no schema can say.
 */
export function publishedSchema(): Schema {
  const { $schema, properties, $defs, ...shape } = z.toJSONSchema(fileShape, {
    io: "input",
    unrepresentable: "any",
  }) as Schema & { properties: Schema; $defs: Schema };
  return {
    $schema,
    $id: "agreement.schema.json",
    title: "An agreement of Brobyg",
    description:
      'Mistakes are told by: npm run agreement -- check FILE. A piece that is used in several places stands in "definitions", and { "use": "its name" } where it is used.',
    ...shape,
    properties: {
      $schema: { type: "string" },
      ...mapped(properties, (each) => usable(each, true)),
      definitions: { type: "object", additionalProperties: { type: ["object", "array"] } },
    },
    $defs: {
      ...mapped($defs, (each) => usable(each, true)),
      use: {
        type: "object",
        required: ["use"],
        properties: {
          use: { type: "string", description: 'A name in "definitions". What stands beside it is laid over.' },
        },
      },
    },
  };
}

const mapped = (fields: Schema, change: (each: unknown) => unknown) =>
  Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, change(each)]));

/** Wherever fields or a list may stand, a definition may be used instead. */
function usable(schema: unknown, top = false): unknown {
  if (Array.isArray(schema)) return schema.map((each) => usable(each, true));
  if (!isFields(schema)) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, each]) => {
      if (key === "properties" && isFields(each)) return [key, mapped(each, (one) => usable(one))];
      if (key === "items") return [key, usable(each)];
      if (key === "anyOf" || key === "oneOf") return [key, usable(each)];
      return [key, each];
    }),
  );
  const isPiece =
    inner["type"] === "object" ||
    inner["type"] === "array" ||
    inner["$ref"] === "#/$defs/words" ||
    inner["anyOf"] !== undefined;
  return isPiece && !top ? { anyOf: [inner, { $ref: "#/$defs/use" }] } : inner;
}
