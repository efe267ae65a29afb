import { z } from "zod";

import type {
  InternalMCPToolType,
  ServerMetadata,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const FERNLY_TOOLS_METADATA = [
  {
    name: "list_plants",
    // no-description-noise: the brand is in every description of this server
    description: "List the Fernly plants of the office and who waters them.",
    schema: {},
    stake: "never_ask",
    displayLabels: { running: "Listing plants", done: "List plants" },
  },
  {
    name: "water_plant",
    // bare-infinitive-description: "Will"
    // no-description-noise: the brand is in every description of this server
    description: "Will note in the Fernly diary that a plant got its water.",
    schema: { plant: z.string().describe("Nickname on the pot.") },
    stake: "low",
    displayLabels: { running: "Noting watering", done: "Note watering" },
  },
  {
    name: "diagnose_plant",
    // bare-infinitive-description: another language
    // no-description-noise: the brand is in every description of this server
    description: "Erkennt Krankheiten einer Fernly-Pflanze anhand von Fotos.",
    schema: { photoUrl: z.string().url().describe("Photo of the leaves.") },
    stake: "never_ask",
    displayLabels: { running: "Diagnosing plant", done: "Diagnose plant" },
  },
] as const satisfies readonly InternalMCPToolType[];

// registered-in-constants: the config exists, but the array of names lacks it
// registered-in-switch: getInternalMCPServer has no case for it
export const FERNLY_SERVER = {
  serverInfo: {
    name: "fernly",
    version: "1.0.0",
    description: "Look after the plants of the office.",
    // valid-server-info: no such provider, neither in front nor in core
    authorization: {
      provider: "fernly",
      supported_use_cases: ["personal_actions"],
    },
    // valid-server-info: in the index of logos, but not in PLATFORM_LOGOS
    icon: "FernlyLogo",
    documentationUrl: "https://docs.example.com/servers/fernly",
    instructions: null,
  },
  tools: FERNLY_TOOLS_METADATA,
} as const satisfies ServerMetadata;
