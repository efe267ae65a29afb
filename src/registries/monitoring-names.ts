import type { TSESTree } from "@typescript-eslint/utils";
import { evaluate } from "../source/evaluate.ts";
import { occurrences } from "../source/occurrences.ts";
import { readText } from "../source/static-text.ts";
import type { ImportLookup, ModuleValues } from "../source/static-value.ts";
import {
  isFunction,
  type Range,
  type SourceFile,
} from "../source/syntax-tree.ts";

/** A `monitoringName` that is passed to the wrapper of a tool. */
export interface MonitoringName {
  readonly text: string;
  /** Its expression. */
  readonly range: Range;
  /** The function that passes it; the whole file outside of one. */
  readonly around: Range;
}

const monitoringName = /\bmonitoringName\b/g;

/** Reads the names under which a file has its tools monitored. */
export function readMonitoringNames(
  file: SourceFile,
  values: ModuleValues,
  lookup: ImportLookup,
): readonly MonitoringName[] {
  const found: MonitoringName[] = [];
  for (const path of occurrences(file, monitoringName)) {
    const value = passedValue(path);
    const text =
      value &&
      readText({ value: evaluate(file, value), module: values }, lookup);
    if (value && text?.complete === true) {
      const around = path.findLast(isFunction) ?? file.program;
      found.push({ text: text.text, range: value.range, around: around.range });
    }
  }
  return found;
}

/** The value in `f({ monitoringName: value })`. */
function passedValue(
  path: readonly TSESTree.Node[],
): TSESTree.Node | undefined {
  const [call, object, property, key] = path.slice(-4);
  return property?.type === "Property" &&
    property.key === key &&
    !property.computed &&
    !property.shorthand &&
    object?.type === "ObjectExpression" &&
    call?.type === "CallExpression"
    ? property.value
    : undefined;
}
