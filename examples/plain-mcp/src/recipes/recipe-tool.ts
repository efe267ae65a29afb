import type { ZodRawShape } from "zod";

/** What a file in this folder exports: a tool that server.ts registers. */
export interface RecipeTool {
  name: string;
  description: string;
  inputSchema: ZodRawShape;
  run(args: unknown): string;
}

export const RECIPES = [
  { name: "lentil soup", serves: 4, grams: { lentils: 300, carrots: 200 } },
  { name: "flatbread", serves: 2, grams: { flour: 250, yoghurt: 200 } },
];
