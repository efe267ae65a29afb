import type { Dialect } from "./dialect.ts";
import { isRecordConstructor } from "./tool-list.ts";

/**
 * `createToolsRecord({ list_items: { description, schema, stake, … } })`: the
 * tool's name is the key. The second seed's way.
 */
export const toolsRecord: Dialect = {
  id: "tools-record",
  words: ["ToolsRecord"],
  find(reading) {
    return reading.words.places(this.words).flatMap((path) => {
      const call = path.at(-2);
      const callee = path.at(-1);
      if (
        call?.type !== "CallExpression" ||
        call.callee !== callee ||
        callee.type !== "Identifier" ||
        !isRecordConstructor(callee.name)
      ) {
        return [];
      }
      return reading.toolList(reading.evaluate(call)) ?? [];
    });
  },
};
