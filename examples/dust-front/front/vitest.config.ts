import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  // There is no package here to hold a node_modules of its own.
  cacheDir: "../../../node_modules/.vite",
  resolve: {
    alias: { "@app": fileURLToPath(new URL(".", import.meta.url)) },
  },
  test: {
    // Holds the corpus that bm25_tool_search.test.ts ranks, and no test.
    exclude: [...configDefaults.exclude, "**/bm25_tool_search_utils.test.ts"],
  },
});
