import { defineConfig } from "vitest/config";

const exclude = ["**/node_modules/**", "**/fixtures/**"];

export default defineConfig({
  test: {
    // On two cores it would be one, and many tests wait for what they start.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: "eslint-10", include: ["tests/**/*.test.ts"], exclude },
      },
      {
        extends: true,
        test: {
          name: "eslint-9",
          include: ["tests/rules/*.test.ts"],
          exclude,
          env: { ESLINT_MAJOR: "9" },
        },
      },
    ],
    // .ci/run reads the counts from the file.
    reporters: process.env["CI"]
      ? ["default", ["json", { outputFile: "coverage/tests.json" }]]
      : ["default"],
    coverage: { include: ["src/**", "rules/**"] },
  },
});
