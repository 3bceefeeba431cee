import { describe, expect, it } from "vitest";
import { changedFiles, renamedFiles } from "../../../src/app/review/changed-files.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";

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

describe("renamedFiles", () => {
  it("follows a file with the same bytes, and one of the same name", () => {
    const base = createMemoryTree({ "shop/orders.py": "1", "shop/customers.py": "2", "shop/kept.py": "3" });
    const head = createMemoryTree({ "shop/sales.py": "1", "warehouse/customers.py": "2, changed", "shop/kept.py": "3" });

    expect([...renamedFiles(base, head)]).toEqual([
      ["shop/orders.py", "shop/sales.py"],
      ["shop/customers.py", "warehouse/customers.py"],
    ]);
  });

  it("claims nothing where several files could have gone to several", () => {
    const base = createMemoryTree({ "a/__init__.py": "", "b/__init__.py": "" });
    const head = createMemoryTree({ "c/__init__.py": "", "d/__init__.py": "" });

    expect([...renamedFiles(base, head)]).toEqual([]);
  });
});
