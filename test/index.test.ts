/** The library's names are a promise: adding one is a decision, losing one breaks somebody. */
import { expect, it } from "vitest";
import * as library from "../src/index.ts";

it("exports what it promises, and nothing else", () => {
  expect(Object.keys(library).sort()).toEqual([
    "DEFAULT_CONFIGURATION",
    "RULES",
    "analyzeProject",
    "buildReviewReport",
    "comparedLocation",
    "createPythonParser",
    "diffLocations",
    "renderGraphDiagram",
    "runRules",
  ]);
});
