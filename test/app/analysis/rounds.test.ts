import { describe, expect, it } from "vitest";
import { computeInRounds, MAXIMUM_ROUNDS } from "../../../src/app/analysis/rounds.ts";
import type { LoadableTree } from "../../../src/ports/source-store.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";

/** A core that reads the file that each file names, beginning with `start`. */
function followNames(tree: LoadableTree, start: string) {
  const read: string[] = [];
  let path = start;
  for (;;) {
    const content = tree.read(path);
    if (content === "not-loaded") return { read, needs: [path] };
    if (content === "absent") return { read, needs: [] };
    read.push(path);
    path = new TextDecoder().decode(content);
  }
}

describe("computeInRounds", () => {
  it("loads what is needed and computes again until nothing is", async () => {
    const tree = createMemoryTree({ "a.py": "b.py", "b.py": "c.py", "c.py": "end", "unrelated.py": "" });

    const result = await computeInRounds(tree, () => followNames(tree, "a.py"));

    expect(result).toEqual({ read: ["a.py", "b.py", "c.py"], needs: [] });
    expect(tree.batches).toEqual([["a.py"], ["b.py"], ["c.py"]]);
  });

  it("stops after ten rounds, and leaves what is still needed in the answer", async () => {
    const tree = createMemoryTree(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}.py`, `${index + 1}.py`])));
    let computations = 0;

    const result = await computeInRounds(tree, () => {
      computations += 1;
      return followNames(tree, "0.py");
    });

    expect(computations).toBe(MAXIMUM_ROUNDS);
    expect(result.needs).toEqual(["9.py"]);
  });

  it("does not ask again for files that the tree cannot give", async () => {
    const tree: LoadableTree = { ...createMemoryTree({ "huge.json": "" }), load: async () => undefined };
    let computations = 0;

    await computeInRounds(tree, () => {
      computations += 1;
      return { needs: ["huge.json"] };
    });

    expect(computations).toBe(1);
  });
});
