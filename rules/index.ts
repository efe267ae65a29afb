import type { RuleModule } from "../src/create-rule.ts";
import { bareInfinitiveDescription } from "./bare-infinitive-description.ts";
import { consistentServerName } from "./consistent-server-name.ts";
import { noDuplicateTool } from "./no-duplicate-tool.ts";
import { noRawJsonResponse } from "./no-raw-json-response.ts";
import { registeredInBm25Corpus } from "./registered-in-bm25-corpus.ts";
import { registeredInConstants } from "./registered-in-constants.ts";
import { registeredInSwitch } from "./registered-in-switch.ts";
import { requireParamDescription } from "./require-param-description.ts";
import { requireToolStake } from "./require-tool-stake.ts";
import { uniqueServerId } from "./unique-server-id.ts";
import { validServerConfig } from "./valid-server-config.ts";

/** Every rule by its id, which is the name of its file. */
export const rules = {
  "bare-infinitive-description": bareInfinitiveDescription,
  "consistent-server-name": consistentServerName,
  "no-duplicate-tool": noDuplicateTool,
  "no-raw-json-response": noRawJsonResponse,
  "registered-in-bm25-corpus": registeredInBm25Corpus,
  "registered-in-constants": registeredInConstants,
  "registered-in-switch": registeredInSwitch,
  "require-param-description": requireParamDescription,
  "require-tool-stake": requireToolStake,
  "unique-server-id": uniqueServerId,
  "valid-server-config": validServerConfig,
} satisfies Record<string, RuleModule>;

export type RuleId = keyof typeof rules;
