import type { Linter } from "eslint";
import type { SettingsInput } from "./settings.ts";

// Apart from what makes them: these types are part of the package, and need
// nothing but ESLint's.

/** Settings for a preset as a function: the workspace root, and any other. */
export type PresetSettings = Omit<SettingsInput, "fingerprint" | "root"> & {
  readonly root: string;
};

/** A preset that takes the settings along. */
export type PresetFunction = (settings: PresetSettings) => Linter.Config[];
