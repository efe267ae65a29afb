import type { TSESTree } from "@typescript-eslint/utils";
import { evaluate } from "../source/evaluate.ts";
import { occurrences } from "../source/occurrences.ts";
import { readText } from "../source/static-text.ts";
import type {
  ImportLookup,
  ModuleValues,
  StaticValue,
} from "../source/static-value.ts";
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

/** The same as it is written, its name not followed. Plain data. */
interface WrittenMonitoringName extends Omit<MonitoringName, "text"> {
  readonly value: StaticValue;
}

const monitoringName = /\bmonitoringName\b/g;

/** Finds the names under which a file has its tools monitored. */
export function writtenMonitoringNames(
  file: SourceFile,
): readonly WrittenMonitoringName[] {
  const found: WrittenMonitoringName[] = [];
  for (const path of occurrences(file, monitoringName)) {
    const passed = passedValue(path);
    if (passed) {
      const around = path.findLast(isFunction) ?? file.program;
      const { range } = passed;
      const value = evaluate(file, passed);
      found.push({ value, range, around: around.range });
    }
  }
  return found;
}

/** The names that are surely known, others of their module followed. */
export function monitoringNames(
  written: readonly WrittenMonitoringName[],
  module: ModuleValues,
  lookup: ImportLookup,
): readonly MonitoringName[] {
  return written.flatMap(({ around, range, value }) => {
    const text = readText({ value, module }, lookup);
    return text?.complete === true ? [{ text: text.text, range, around }] : [];
  });
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
