import { describe, expect, it } from "vitest";
import { createCommentRenderer } from "../../src/render/markdown/render-comment.ts";
import { templateTexts } from "../support/template-texts.ts";
import { scenarios } from "./scenarios.ts";

describe("the comment on a pull request", () => {
  const render = createCommentRenderer(templateTexts());

  it.each([...scenarios()])("reads well for %s", async (name, report) => {
    await expect(render(report).body).toMatchFileSnapshot(`expected/${name}.md`);
  });
});
