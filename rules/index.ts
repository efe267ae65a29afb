import type { RuleModule } from "../src/create-rule.ts";
import { bareInfinitiveDescription } from "./bare-infinitive-description.ts";
import { handlersMatchTools } from "./handlers-match-tools.ts";
import { noDuplicateTool } from "./no-duplicate-tool.ts";
import { noRawJsonResponse } from "./no-raw-json-response.ts";
import { registeredInBm25Corpus } from "./registered-in-bm25-corpus.ts";
import { registeredInConstants } from "./registered-in-constants.ts";
import { registeredInSwitch } from "./registered-in-switch.ts";
import { requireDisplayLabels } from "./require-display-labels.ts";
import { requireParamDescription } from "./require-param-description.ts";
import { requireServerFiles } from "./require-server-files.ts";
import { requireToolStake } from "./require-tool-stake.ts";
import { sortedServerNames } from "./sorted-server-names.ts";
import { stableServerId } from "./stable-server-id.ts";
import { stakeMatchesVerb } from "./stake-matches-verb.ts";
import { toolNameConvention } from "./tool-name-convention.ts";
import { uniqueServerId } from "./unique-server-id.ts";
import { validServerInfo } from "./valid-server-info.ts";

/** Every rule by its id, which is the name of its file. */
export const rules = {
  "bare-infinitive-description": bareInfinitiveDescription,
  "handlers-match-tools": handlersMatchTools,
  "no-duplicate-tool": noDuplicateTool,
  "no-raw-json-response": noRawJsonResponse,
  "registered-in-bm25-corpus": registeredInBm25Corpus,
  "registered-in-constants": registeredInConstants,
  "registered-in-switch": registeredInSwitch,
  "require-display-labels": requireDisplayLabels,
  "require-param-description": requireParamDescription,
  "require-server-files": requireServerFiles,
  "require-tool-stake": requireToolStake,
  "sorted-server-names": sortedServerNames,
  "stable-server-id": stableServerId,
  "stake-matches-verb": stakeMatchesVerb,
  "tool-name-convention": toolNameConvention,
  "unique-server-id": uniqueServerId,
  "valid-server-info": validServerInfo,
} satisfies Record<string, RuleModule>;

export type RuleId = keyof typeof rules;
