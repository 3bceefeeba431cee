import { defineRule } from "../../rule.ts";

/** What importing says, among all that stops Python. */
const IMPORTS = /^(?:there is no module|the module `[^`]*` has no|ImportError|ModuleNotFoundError)/;

export const importError = defineRule({
  name: "import-error",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Running a module stops at an import: of a module or a name of the repository that is not there, or not yet: a circle of imports.",
    why: "Dagster: `Encountered ImportError ... while importing module ...`; nothing of the code location is loaded.",
    example: `import dagster as dg

from .sales import orders

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/code_pointer.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { at, message } of location.problems) {
      if (!IMPORTS.test(message)) continue;
      report({
        message: message.replace(/^\w+: /, ""),
        why: 'Dagster: "Encountered ImportError … while importing module …". Nothing of the code location is loaded.',
        help: message.includes("circular import")
          ? "Move what both need to a module of its own, or import it within the function that uses it."
          : "Correct the name, or add the file to the repository. What is generated before Dagster starts cannot be seen here.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});
