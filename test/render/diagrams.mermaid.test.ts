import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Box, NO_FINDINGS } from "../../src/render/diagram/diagram.ts";
import { renderFlowchart } from "../../src/render/mermaid/flowchart.ts";
import { diagrams } from "./diagrams.ts";
import { hostileText } from "./hostile-text.ts";

type Parse = (text: string) => Promise<unknown>;

describe.each(["mermaid", "mermaid11", "mermaid10"])("%s", (version) => {
  let parse: Parse;

  beforeAll(async () => {
    const module = await import(version);
    parse = (text) => module.default.parse(text);
  });

  it.each([...diagrams()])("parses %s", async (_name, source) => {
    await expect(parse(source)).resolves.toBeTruthy();
  });

  it("refuses what is no diagram, so that the tests above can fail", async () => {
    await expect(parse('flowchart LR\n  end["end"]')).rejects.toThrow();
  });

  it("parses a flowchart of any names", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(hostileText(), hostileText()), { minLength: 1, maxLength: 6 }), async (names) => {
        const boxes = names.map(([label, group], index) => boxOf({ id: `${index}`, label, group, status: "added" }));
        const source = renderFlowchart({ boxes, arrows: [{ from: "0", to: "0", status: "removed" }] });

        await expect(parse(source ?? "")).resolves.toBeTruthy();
      }),
      { numRuns: 25 },
    );
  });
});

function boxOf(box: Pick<Box, "id" | "label" | "group" | "status">): Box {
  return { ...box, kind: "asset", name: box.label, kinds: [], marks: [], findings: NO_FINDINGS };
}
