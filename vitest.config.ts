import { defineConfig } from "vitest/config";

const LAMBDA = "test/e2e/lambda/*.test.ts";
const MERMAID = "test/**/*.mermaid.test.ts";

export default defineConfig({
  test: {
    globalSetup: ["test/temporary-folder.ts"],
    // Workers wait for processes and sockets as much as they compute: one a core, none held back.
    maxWorkers: "100%",
    projects: [
      // Nothing of ours keeps anything between files, so a worker loads the sources once.
      {
        test: {
          name: "core",
          environment: "node",
          isolate: false,
          setupFiles: ["test/setup.ts"],
          include: ["test/**/*.test.ts"],
          exclude: [LAMBDA, MERMAID],
          testTimeout: 30_000,
        },
      },
      // A Lambda reads its environment when it is loaded, and keeps what it made for the next event.
      {
        test: {
          name: "lambda",
          environment: "node",
          setupFiles: ["test/setup.ts"],
          include: [LAMBDA],
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
