import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, type Diagram, NO_FINDINGS } from "../../src/render/diagram/diagram.ts";
import { boxFace } from "../../src/render/svg/box-face.ts";
import type { Point, Rect } from "../../src/render/svg/layout/geometry.ts";
import type { Layout } from "../../src/render/svg/layout/layered-layout.ts";
import { betweenBoxes, layOutDiagram, renderPicture } from "../../src/render/svg/picture.ts";
import { cutMiddle, textWidth } from "../../src/render/svg/text-width.ts";
import { hostileText } from "./hostile-text.ts";

const GROUPS = ["raw", "staging", "marts"];

/** Small graphs are laid out as a whole and large ones in parts: both are drawn. Circles and self-dependencies occur. */
function diagrams(sizes: { readonly min: number; readonly max: number }): fc.Arbitrary<Diagram> {
  return fc.integer(sizes).chain((size) => {
    const index = fc.nat({ max: size - 1 });
    const boxes = fc.array(fc.tuple(hostileText(), fc.constantFrom(...GROUPS, null), fc.nat({ max: 3 })), {
      minLength: size,
      maxLength: size,
    });
    const arrows = fc.uniqueArray(fc.tuple(index, index), { maxLength: size + 8, selector: (pair) => pair.join() });
    return fc.tuple(boxes, arrows).map(([drawn, joined]) => ({
      boxes: drawn.map(([name, group, marks], number) => box({ id: `${number}`, name, group, marks: Array(marks).fill(name) })),
      arrows: joined.map(([from, to]) => ({ from: `${from}`, to: `${to}`, status: "context" as const })),
    }));
  });
}

function box(of: Pick<Box, "id" | "name" | "group" | "marks">): Box {
  return { ...of, kind: of.group === null ? "stub" : "asset", label: of.name, kinds: ["python"], findings: NO_FINDINGS, status: "context" };
}

function laidOut(diagram: Diagram): Layout {
  const names = [...new Set(diagram.boxes.map(({ group }) => group))].filter((group) => group !== null);
  return layOutDiagram(diagram, new Map(diagram.boxes.map((one) => [one.id, boxFace(one)])), names);
}

function overlap(one: Rect, other: Rect): boolean {
  const apart =
    one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
  return !apart;
}

function within(inner: Rect, outer: Rect): boolean {
  const right = inner.x + inner.width <= outer.x + outer.width + 0.2;
  return inner.x >= outer.x - 0.2 && inner.y >= outer.y - 0.2 && right && inner.y + inner.height <= outer.y + outer.height + 0.2;
}

/** What is wrong with the layout of a diagram, in words. */
function faults(diagram: Diagram): readonly string[] {
  const layout = laidOut(diagram);
  const rects = diagram.boxes.map(({ id }) => ({ id, rect: layout.boxes.get(id) ?? NOWHERE }));
  const paper = { x: 0, y: 0, width: layout.width, height: layout.height };
  const outside = rects.filter(({ rect }) => !within(rect, paper)).map(({ id }) => `${id} is outside`);
  const over = rects.flatMap(({ id, rect }, index) =>
    rects.slice(index + 1).flatMap((other) => (overlap(rect, other.rect) ? [`${id} overlaps ${other.id}`] : [])),
  );
  const loose = betweenBoxes(diagram).flatMap(({ from, to }, index) => {
    const [start, end] = [layout.routes[index]?.[0], layout.routes[index]?.at(-1)];
    const [source, target] = [layout.boxes.get(from) ?? NOWHERE, layout.boxes.get(to) ?? NOWHERE];
    const leaves = start !== undefined && onSide(start, source, source.x + source.width);
    return leaves && end !== undefined && onSide(end, target, target.x) ? [] : [`${from} > ${to} hangs`];
  });
  return [...outside, ...over, ...loose];
}

const NOWHERE: Rect = { x: -1, y: -1, width: 0, height: 0 };

function onSide(point: Point, rect: Rect, side: number): boolean {
  return Math.abs(point.x - side) < 0.3 && point.y >= rect.y && point.y <= rect.y + rect.height;
}

describe("the layout", () => {
  it("keeps boxes in the picture and apart, and ends every arrow at its boxes", () => {
    fc.assert(
      fc.property(diagrams({ min: 1, max: 14 }), (diagram) => {
        expect(faults(diagram)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("does so in parts, too", () => {
    fc.assert(
      fc.property(diagrams({ min: 121, max: 126 }), (diagram) => {
        expect(faults(diagram)).toEqual([]);
      }),
      { numRuns: 2 },
    );
  });

  it("is the same each time, whatever was laid out in between", () => {
    const [first, other] = fc.sample(diagrams({ min: 30, max: 40 }), { numRuns: 2, seed: 7 });

    const once = laidOut(first!);
    laidOut(other!);

    expect(laidOut(first!)).toEqual(once);
  });
});

describe("a picture", () => {
  it("is well-formed XML whatever names there are", () => {
    fc.assert(
      fc.property(diagrams({ min: 1, max: 4 }), hostileText(), (diagram, heading) => {
        const svg = renderPicture([{ heading, caption: null, diagram }], { description: heading, linkOf: ({ name }) => `#${name}` });

        expect(unclosed(svg)).toEqual([]);
      }),
      { numRuns: 25, examples: [[noncharacters(), "\u0000\ufffe"]] },
    );
  });
});

/** XML has no way to write them. */
function noncharacters(): Diagram {
  return { boxes: [box({ id: "0", name: "orders\ufffe\uffff", group: null, marks: [] })], arrows: [] };
}

/** Elements left open, by a reader that knows nothing but tags and refuses what XML refuses in a text. */
function unclosed(svg: string): readonly string[] {
  const open: string[] = [];
  const text = svg.replace(/<style>[^<]*<\/style>/, "");
  for (const [, close, name = "", rest = ""] of text.matchAll(/<(\/?)([a-z]+)((?:\s[a-z-]+(?::[a-z]+)?="[^"<]*")*\s*\/?)>/gi)) {
    if (close === "/") expect(open.pop()).toBe(name);
    else if (!rest.endsWith("/")) open.push(name);
  }
  const between = text.replace(/<(\/?)([a-z]+)((?:\s[a-z-]+(?::[a-z]+)?="[^"<]*")*\s*\/?)>/gi, "");
  expect(between).not.toMatch(/[<>]|&(?!#\d+;)|(?!\n)\p{Cc}|[\ufffe\uffff]|\p{Cs}/u);
  return open;
}

describe("a text", () => {
  it("that is too long keeps its beginning and its end", () => {
    const cut = cutMiddle("company_market_capitalisation_adjusted_daily", 150, 13);

    expect(cut).toMatch(/^company.*….*daily$/);
    expect(textWidth(cut, 13)).toBeLessThanOrEqual(150);
  });

  it("of another script is taken as wide", () => {
    expect(textWidth("數據", 10)).toBeGreaterThan(textWidth("ab", 10));
  });

  it("fits its box", () => {
    fc.assert(
      fc.property(hostileText(), (name) => {
        const face = boxFace(box({ id: "0", name, group: "raw", marks: [name] }));

        expect(face.x + textWidth(face.name.text, 13)).toBeLessThanOrEqual(face.width);
        expect(face.badges.every((badge) => face.x + badge.x + badge.width <= face.width)).toBe(true);
      }),
    );
  });
});
