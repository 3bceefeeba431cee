import { defineConfig } from "vitest/config";

const SHELL = "test/{adapters,e2e,entrypoints,github-server}/**/*.test.ts";
const MERMAID = "test/**/*.mermaid.test.ts";

export default defineConfig({
  test: {
    globalSetup: ["test/temporary-folder.ts"],
    // Workers wait for processes and sockets as much as they compute: one a core, none held back.
    maxWorkers: "100%",
    projects: [
      // Pure functions of their arguments keep nothing between files, so a worker loads the sources once.
      {
        test: {
          name: "core",
          environment: "node",
          isolate: false,
          setupFiles: ["test/setup.ts"],
          include: ["test/**/*.test.ts"],
          exclude: [SHELL, MERMAID],
          testTimeout: 30_000,
        },
      },
      // Processes, sockets, intercepted requests: each file in a worker of its own.
      {
        test: {
          name: "shell",
          environment: "node",
          setupFiles: ["test/setup.ts"],
          include: [SHELL],
          exclude: [MERMAID],
          testTimeout: 30_000,
        },
      },
      // mermaid's parser needs a DOM, and takes it from the globals at import.
      {
        test: {
          name: "mermaid",
          environment: "happy-dom",
          setupFiles: ["test/setup.ts"],
          include: [MERMAID],
          testTimeout: 60_000,
        },
      },
    ],
    coverage: { provider: "v8", include: ["src/**"], reporter: ["text-summary", "html"] },
  },
});
