import { describe, expect, it } from "vitest";
import { type Box, NO_FINDINGS } from "../../src/render/diagram/diagram.ts";
import { STATUS_LOOKS } from "../../src/render/diagram/status-looks.ts";
import { MAX_CHARACTERS, MAX_EDGES, renderFlowchart } from "../../src/render/mermaid/flowchart.ts";
import { mermaidLabel } from "../../src/render/mermaid/label.ts";
import { GROUP_CSS } from "../../src/render/mermaid/style.ts";

const LIGHT_PAGE = "#ffffff";
const DARK_PAGE = "#0d1117";

/** WCAG 2.2 contrast ratio. */
function contrast(left: string, right: string): number {
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function colour(css: string, property: string): string {
  return new RegExp(`(?:^|,)${property}:(#[0-9a-f]{6})`).exec(css)?.[1] ?? "";
}

describe("the look of a diagram", () => {
  it.each(Object.entries(STATUS_LOOKS))("keeps the text of %s legible on its own fill, on any page", (_status, { fill, ink }) => {
    expect(contrast(fill, ink)).toBeGreaterThanOrEqual(7);
  });

  it("keeps group names legible on light and dark pages", () => {
    expect(contrast(colour(GROUP_CSS, "color"), LIGHT_PAGE)).toBeGreaterThanOrEqual(3);
    expect(contrast(colour(GROUP_CSS, "color"), DARK_PAGE)).toBeGreaterThanOrEqual(3);
  });

  it("tells every status without colour", () => {
    const signs = Object.entries(STATUS_LOOKS).filter(([status]) => status !== "moved" && status !== "context");

    expect(new Set(signs.map(([, style]) => style.sign)).size).toBe(signs.length);
  });
});

describe("a label", () => {
  it.each([
    ["raw/orders", '"raw/orders"'],
    ["daily_revenue-v2", '"daily_revenue-v2"'],
    ['say "hi"', '"say #quot;hi#quot;"'],
    ["#35;", '"#35;35#59;"'],
    ["__init__", '"#95;#95;init#95;#95;"'],
    ["a\nb", '"a b"'],
    ["", '"#8203;"'],
    ["Größe 數據", '"Größe 數據"'],
  ])("of %j is quoted and escaped", (text, label) => {
    expect(mermaidLabel(text)).toBe(label);
  });
});

function box(id: string, label: string): Box {
  return { id, kind: "asset", label, name: label, kinds: [], marks: [], findings: NO_FINDINGS, status: "context", group: null };
}

describe("what GitHub refuses to draw", () => {
  const boxes = (count: number, name: string) => Array.from({ length: count }, (_, index) => box(`${index}`, `${name}${index}`));

  it("is refused here before: too many edges", () => {
    const arrows = Array.from({ length: MAX_EDGES + 1 }, () => ({ from: "0", to: "1", status: "context" }) as const);

    expect(renderFlowchart({ boxes: boxes(2, "orders"), arrows: arrows.slice(1) })).not.toBeNull();
    expect(renderFlowchart({ boxes: boxes(2, "orders"), arrows })).toBeNull();
  });

  it("is refused here before: too much text", () => {
    const source = renderFlowchart({ boxes: boxes(500, "orders"), arrows: [] });

    expect(source?.length).toBeLessThan(MAX_CHARACTERS);
    expect(renderFlowchart({ boxes: boxes(1_500, "a_rather_long_asset_name_that_repeats_"), arrows: [] })).toBeNull();
  });
});
