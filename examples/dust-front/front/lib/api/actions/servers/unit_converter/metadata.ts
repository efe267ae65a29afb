import { z } from "zod";

import type {
  InternalMCPToolType,
  ServerMetadata,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const LENGTHS_IN_METERS = {
  millimeter: 0.001,
  meter: 1,
  kilometer: 1000,
  inch: 0.0254,
  foot: 0.3048,
  mile: 1609.344,
} as const;

const LengthUnitSchema = z.enum([
  "millimeter",
  "meter",
  "kilometer",
  "inch",
  "foot",
  "mile",
]);

export const UNIT_CONVERTER_TOOLS_METADATA = [
  {
    name: "convert_length",
    description:
      "Convert a distance or size between metric and imperial measures.",
    schema: {
      value: z.number().describe("How many of the first unit, such as 26.2."),
      from: LengthUnitSchema.describe("The measure that the number is in."),
      to: LengthUnitSchema.describe("The measure that the user wants."),
    },
    stake: "never_ask",
    displayLabels: { running: "Converting length", done: "Convert length" },
  },
  {
    name: "convert_temperature",
    description: "Convert degrees between Celsius and Fahrenheit.",
    schema: {
      degrees: z.number().describe("Reading on the scale to convert from."),
      to: z
        .enum(["celsius", "fahrenheit"])
        .describe("Scale of the answer; the reading is on the other one."),
    },
    stake: "never_ask",
    displayLabels: {
      running: "Converting temperature",
      done: "Convert temperature",
    },
  },
] as const satisfies readonly InternalMCPToolType[];

export const UNIT_CONVERTER_SERVER = {
  serverInfo: {
    name: "unit_converter",
    version: "0.1.0",
    description: "Turn measures into other measures without guessing.",
    authorization: null,
    icon: "ActionScaleIcon",
    documentationUrl: null,
    instructions: null,
  },
  tools: UNIT_CONVERTER_TOOLS_METADATA,
} as const satisfies ServerMetadata;
