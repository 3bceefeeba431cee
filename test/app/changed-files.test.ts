import { describe, expect, it } from "vitest";
import { changedFiles } from "../../src/app/changed-files.ts";
import { createMemoryTree } from "../support/memory-tree.ts";

describe("changedFiles", () => {
  it("names what was added, removed and changed, and nothing else", () => {
    const base = createMemoryTree({ "orders.py": "1", "customers.py": "1", "same.py": "1" });
    const head = createMemoryTree({ "orders.py": "2", "new.py": "1", "same.py": "1" });

    expect(changedFiles(base, head)).toEqual(["customers.py", "new.py", "orders.py"]);
    expect(changedFiles(head, head)).toEqual([]);
  });

  it("counts a file that only one side has an address for", () => {
    const base = createMemoryTree({ "orders.py": "1" });
    const head = { ...base, id: () => undefined };

    expect(changedFiles(base, head)).toEqual(["orders.py"]);
    expect(changedFiles(head, head)).toEqual([]);
  });
});
