import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "comments");
const DIAGRAMS = readdirSync(FOLDER).flatMap((name) =>
  [...readFileSync(join(FOLDER, name), "utf8").matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(
    ([, source = ""], index) => [`${name}, ${index + 1}`, source] as const,
  ),
);

/** The goldens hold what the App wrote; here it is drawn by what GitHub draws with. */
describe.each(["mermaid", "mermaid11", "mermaid10"])("%s", (version) => {
  let parse: (text: string) => Promise<unknown>;

  beforeAll(async () => {
    const module = await import(version);
    parse = (text) => module.default.parse(text);
  });

  it.each(DIAGRAMS)("parses the diagram of %s", async (_name, source) => {
    expect(source).toMatch(/^flowchart LR\n/);
    await expect(parse(source)).resolves.toBeTruthy();
  });
});
