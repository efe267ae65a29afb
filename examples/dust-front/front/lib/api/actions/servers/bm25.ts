import type { JSONSchema7, JSONSchema7Definition } from "json-schema";
import type { ZodRawShape } from "zod";
import { z } from "zod";
import { zodToJsonSchema } from "zod-to-json-schema";

const K1 = 1.2;
const B = 0.75;

/** The tools of one server, with JSON schemas or with the Zod shapes themselves. */
export interface ServerEntry {
  name: string;
  tools: readonly {
    name: string;
    description: string;
    inputSchema?: JSONSchema7;
    schema?: ZodRawShape;
  }[];
}

/** One tool as tool search sees it: `server.tool` and the words that describe it. */
interface ToolDocument {
  id: string;
  length: number;
  counts: Map<string, number>;
}

export function tokenize(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  return words.map((word) =>
    word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word,
  );
}

/** BM25 over tools; every tool of the given servers is a document. */
export class ToolIndex {
  private readonly documents: ToolDocument[];
  private readonly averageLength: number;
  private readonly documentFrequency = new Map<string, number>();

  constructor(servers: readonly ServerEntry[]) {
    this.documents = servers.flatMap(toDocuments);
    const total = this.documents.reduce((sum, { length }) => sum + length, 0);
    this.averageLength = total / this.documents.length;
    for (const { counts } of this.documents) {
      for (const token of counts.keys()) {
        this.documentFrequency.set(token, this.frequency(token) + 1);
      }
    }
  }

  /** All tools, the best first. */
  rank(query: string): { id: string; score: number }[] {
    const tokens = tokenize(query);
    return this.documents
      .map((document) => ({
        id: document.id,
        score: tokens.reduce(
          (sum, token) => sum + this.scoreToken(token, document),
          0,
        ),
      }))
      .sort((a, b) => b.score - a.score);
  }

  private frequency(token: string): number {
    return this.documentFrequency.get(token) ?? 0;
  }

  private scoreToken(token: string, { counts, length }: ToolDocument): number {
    const count = counts.get(token) ?? 0;
    const df = this.frequency(token);
    const idf = Math.log(1 + (this.documents.length - df + 0.5) / (df + 0.5));
    const lengthNorm = 1 - B + B * (length / this.averageLength);
    return (idf * count * (K1 + 1)) / (count + K1 * lengthNorm);
  }
}

function toDocuments({ name: serverName, tools }: ServerEntry): ToolDocument[] {
  return tools.map(({ name, description, inputSchema, schema = {} }) => {
    const jsonSchema =
      inputSchema ?? (zodToJsonSchema(z.object(schema)) as JSONSchema7);
    const tokens = tokenize(
      [name, description, ...schemaTexts(jsonSchema)].join(" "),
    );
    const counts = new Map<string, number>();
    for (const token of tokens) {
      counts.set(token, (counts.get(token) ?? 0) + 1);
    }
    return { id: `${serverName}.${name}`, length: tokens.length, counts };
  });
}

/** Descriptions, property names and string enum values, in the schema's order. */
function schemaTexts(schema: JSONSchema7Definition): string[] {
  if (typeof schema === "boolean") {
    return [];
  }
  const {
    description = "",
    enum: values = [],
    properties = {},
    items = [],
    anyOf = [],
    oneOf = [],
    allOf = [],
  } = schema;
  return [
    description,
    ...values.filter((value) => typeof value === "string"),
    ...Object.entries(properties).flatMap(([name, property]) => [
      name,
      ...schemaTexts(property),
    ]),
    ...[items, anyOf, oneOf, allOf].flat().flatMap(schemaTexts),
  ];
}
