import path from "node:path";
import { largestFile } from "../files/disk.ts";
import type { FileStore } from "../files/file-store.ts";
import type { Reading } from "../files/reading.ts";
import type { Roots } from "../files/roots.ts";

/** What stands in the way of a registry. */
export type Trouble =
  | { readonly kind: "missing" | "not-a-file" | "outside" }
  | {
      readonly kind: "too-large";
      readonly size: number;
      readonly limit: number;
    }
  | { readonly kind: "unreadable"; readonly reason: string }
  | {
      readonly kind: "not-parsed";
      readonly reason: string;
      readonly line: number;
      readonly conflict: boolean;
    }
  | {
      /** It parses, but something in it is not what it has to be. */
      readonly kind: "wrong-form";
      readonly reason: string;
      readonly line: number;
    }
  /** It parses, but what makes it a registry is not there. */
  | { readonly kind: "unrecognised"; readonly wanted: string };

/** What is wrong in a file that parses. */
export interface WrongForm {
  readonly status: "wrong-form";
  readonly reason: string;
  readonly line: number;
}

/** What could be made of a registry's file. */
export type Registry<T> =
  | { readonly status: "read"; readonly file: string; readonly value: T }
  | {
      readonly status: "trouble";
      readonly file: string;
      readonly trouble: Trouble;
    }
  /** Switched off, or optional and not there. */
  | { readonly status: "off"; readonly file?: string };

/** The settings that name a registry. */
export type RegistryName =
  "constants" | "switch" | "bm25Corpus" | "idSnapshot" | "logos";

/** The file of a setting, absolute; `undefined` where there is none. */
export function registryFile(
  setting: string | false | undefined,
  { appRoot }: Roots,
): string | undefined {
  return appRoot === undefined || setting === false || setting === undefined
    ? undefined
    : path.join(appRoot, setting);
}

/**
 * Reads a registry.
 *
 * @param read gives what was made of the file, `undefined` when it holds no
 *   such registry
 * @param wanted what it should hold, for a message
 */
export function readRegistry<T>(
  file: string,
  read: () => Reading<T | undefined> | WrongForm,
  wanted: string,
  store: FileStore,
  { workspaceRoot }: Roots,
): Registry<T> {
  if (store.exists(file) && !store.isInside(file, workspaceRoot)) {
    return { status: "trouble", file, trouble: { kind: "outside" } };
  }
  const reading = read();
  if (reading.status !== "read") {
    return { status: "trouble", file, trouble: troubleOf(reading) };
  }
  return reading.value === undefined
    ? { status: "trouble", file, trouble: { kind: "unrecognised", wanted } }
    : { status: "read", file, value: reading.value };
}

function troubleOf(
  reading: Exclude<Reading<unknown> | WrongForm, { status: "read" }>,
): Trouble {
  switch (reading.status) {
    case "too-large":
      return { kind: "too-large", size: reading.size, limit: largestFile };
    case "unreadable":
      return { kind: "unreadable", reason: reading.reason };
    case "not-parsed": {
      const { conflict, line, reason } = reading;
      return { kind: "not-parsed", conflict, line, reason };
    }
    case "wrong-form":
      return {
        kind: "wrong-form",
        line: reading.line,
        reason: reading.reason,
      };
    default:
      return { kind: reading.status };
  }
}

/** What could be read; `undefined` for the rest. */
export function valueOf<T>(reading: Reading<T> | Registry<T>): T | undefined {
  return reading.status === "read" ? reading.value : undefined;
}

export function mapReading<From, To>(
  reading: Reading<From>,
  map: (value: From) => To,
): Reading<To> {
  return reading.status === "read"
    ? { status: "read", value: map(reading.value) }
    : reading;
}
