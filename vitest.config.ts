import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["test/temporary-folder.ts"],
    // Workers wait for processes and sockets as much as they compute: one a core, none held back.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "core",
          environment: "node",
          setupFiles: ["test/setup.ts"],
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.mermaid.test.ts"],
          testTimeout: 30_000,
        },
      },
      // mermaid's parser needs a DOM, and takes it from the globals at import.
      {
        test: {
          name: "mermaid",
          environment: "happy-dom",
          setupFiles: ["test/setup.ts"],
          include: ["test/**/*.mermaid.test.ts"],
          testTimeout: 60_000,
        },
      },
    ],
    coverage: { provider: "v8", include: ["src/**"], reporter: ["text-summary", "html"] },
  },
});
