import { defineRule } from "../rule.ts";

/** The first error of a file: what follows it is often only its echo. */
export const invalidSyntax = defineRule({
  name: "invalid-syntax",
  group: "python",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A file of the code location is not Python.",
    why: "Importing the file raises `SyntaxError`, and the whole code location with all its other definitions fails to load.",
    example: `import dagster as dg

@dg.asset(group_name="sales"
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(group_name="sales")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "https://docs.python.org/3/tutorial/errors.html#syntax-errors",
  },
  check({ location, report }) {
    for (const file of location.files.values()) {
      const [error] = file.tree.errors;
      if (!error) continue;
      report({
        message: `this is not valid Python: ${error.message}`,
        why: "Dagster imports the file, and Python raises `SyntaxError`: nothing of the code location is loaded.",
        help: "Correct the syntax; `python -m py_compile` shows whether Python can read the file.",
        location: { path: file.path, start: error.start, end: error.end },
        subject: `file:${file.path}`,
      });
    }
  },
});
