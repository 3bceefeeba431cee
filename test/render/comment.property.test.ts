import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_COMMENT_BYTES } from "../../src/render/markdown/detail.ts";
import { createCommentRenderer } from "../../src/render/markdown/render-comment.ts";
import { byteLength } from "../../src/render/printable.ts";
import { renderReviewText } from "../../src/render/terminal/review-text.ts";
import type { AssetSketch, LocationSketch } from "../support/graph/graph-builder.ts";
import { templateTexts } from "../support/template-texts.ts";
import { hostileText } from "./hostile-text.ts";
import { reviewOf } from "./scenarios.ts";

const render = createCommentRenderer(templateTexts());

/** Two versions of a location whose every name is hostile. */
function hostileLocation(maxAssets: number): fc.Arbitrary<LocationSketch> {
  return fc.uniqueArray(hostileText(), { minLength: 1, maxLength: maxAssets }).chain((keys) =>
    fc
      .array(fc.record({ group: hostileText(), code: hostileText(), description: hostileText(), owner: hostileText(), dep: fc.nat() }), {
        minLength: keys.length,
        maxLength: keys.length,
      })
      .map((parts) => ({
        name: keys[0] ?? "shop",
        assets: Object.fromEntries(
          keys.map((key, index): [string, AssetSketch] => {
            const part = parts[index];
            const dep = keys[(part?.dep ?? 0) % keys.length] ?? "";
            return [
              key,
              {
                group: part?.group ?? "",
                code: part?.code ?? "",
                description: part?.description ?? "",
                owners: [part?.owner ?? ""],
                deps: [dep],
              },
            ];
          }),
        ),
        unresolved: [{ message: keys[0] ?? "", file: keys.at(-1) ?? "" }],
      })),
  );
}

/** What is left when our own marks, links, fences and tags are taken away. */
function withoutOwnMarkup(body: string): string {
  return body
    .replace(/```mermaid\n[\s\S]*?```/g, "")
    .replace(/\]\(https:\/\/github\.com\/acme\/shop\/blob\/[0-9a-f]{40}\/[^)\s]*\)/g, "")
    .replace(/`[^`\n]*`/g, "")
    .replace(/<\/?(details|summary|sub|code)>|<br>/g, "")
    .replace(/&#\d+;/g, "")
    .replace(/^> (\[!CAUTION\]|- )/gm, "");
}

describe("a comment about hostile names", () => {
  it("lets no mention, marker, tag, fence or link of theirs through", () => {
    fc.assert(
      fc.property(hostileLocation(6), hostileLocation(6), (base, head) => {
        const rest = withoutOwnMarkup(render(reviewOf([base], [head])).body);

        expect(rest).not.toMatch(/@|<|```|:\/\/|\]\(|[\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 60 },
    );
  });

  it("closes every fence and every fold", () => {
    fc.assert(
      fc.property(hostileLocation(8), (head) => {
        const { body } = render(reviewOf([], [head]));

        expect(body.match(/^```/gm)?.length ?? 0).toBe(2 * (body.match(/^```mermaid$/gm)?.length ?? 0));
        expect(body.match(/<details>/g)?.length).toBe(body.match(/<\/details>/g)?.length);
      }),
      { numRuns: 40 },
    );
  });

  it("is the same every time, and the terminal's text holds no control character", () => {
    fc.assert(
      fc.property(hostileLocation(5), (head) => {
        const report = reviewOf([], [head]);

        expect(render(report).body).toBe(render(JSON.parse(JSON.stringify(report))).body);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not occur
        expect(renderReviewText(report, { colour: false })).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
      }),
      { numRuns: 30 },
    );
  });
});

describe("the size ladder", () => {
  function wide(assets: number, nameLength: number, locations: number): readonly LocationSketch[] {
    return Array.from({ length: locations }, (_, place) => ({
      name: `location_${place}`,
      root: `services/${place}`,
      assets: Object.fromEntries(
        Array.from({ length: assets }, (_, index): [string, AssetSketch] => [
          `${"數".repeat(nameLength)}_${place}_${index}`,
          {
            group: `group_${index % 60}_${"x".repeat(nameLength)}`,
            owners: ["team:數".repeat(nameLength)],
            deps: index === 0 ? [] : [`${"數".repeat(nameLength)}_${place}_${index - 1}`],
          },
        ]),
      ),
    }));
  }

  it.each([
    [10, 5, 1, "everything"],
    [2_000, 5, 1, "everything"],
    [400, 60, 1, "one-hop"],
    [60, 40, 6, "tables"],
    [60, 100, 60, "counts"],
  ])("%i assets with names of %i in %i locations fit", (assets, nameLength, locations, detail) => {
    const comment = render(reviewOf([], wide(assets, nameLength, locations)));

    expect(byteLength(comment.body)).toBeLessThanOrEqual(MAX_COMMENT_BYTES);
    expect(comment.detail).toBe(detail);
  });
});
