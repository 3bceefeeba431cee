import { refusedCalls } from "../facts/loading/refused-calls.ts";
import { defineRule } from "../rule.ts";

export const opOutputIndexing = defineRule({
  name: "op-output-indexing",
  group: "ops",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "In a job or graph, what an op yields is indexed, looped over, unpacked or renamed as if it were the value.",
    why: "Dagster refuses: `Attempted to index in to an InvokedNodeOutputHandle. This object represents the output ...`: while the body of a job runs, no op has run yet.",
    example: `import dagster as dg

@dg.op
def load(): ...

@dg.op
def ship(order): ...

@dg.job
def shipping():
    ship(load()[0])

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.op(out={"first": dg.Out(), "others": dg.Out()})
def load(): ...

@dg.op
def ship(order): ...

@dg.job
def shipping():
    first, others = load()
    ship(first)

defs = dg.Definitions(jobs=[shipping])
`,
    source: "dagster/_core/definitions/composition.py (InvokedNodeOutputHandle), 1.13.27",
  },
  check({ location, report }) {
    for (const { at, words, groups } of refusedCalls(location, MISUSED)) {
      const { how = "", output = "", node = "" } = groups;
      const isMethod = how.startsWith("attempted to call");
      report({
        message: `the output \`${output}\` of \`${node}\` is ${MEANINGS[how] ?? "used"} as if it were ${isMethod ? "the op" : "its value"}`,
        why: `Dagster: "${words.replace(/ from the op '.*$/s, " …")}"`,
        help: isMethod
          ? `Rename the op before it is invoked: \`${node}.alias("…")()\`.`
          : `Give \`${node}\` one \`Out\` for each part, or take it apart in the op that gets it; for a number of parts that is known at run time only, \`DynamicOut\`.`,
        location: at,
        subject: `op:${node}`,
      });
    }
  },
});

const MISUSED =
  /^(?<how>[Aa]ttempted to (?:iterate over|index in to|call alias method|call hook method)).* represents the (?:dynamic )?output "(?<output>[^"]*)" from the op '(?<node>[^']*)'/;

const MEANINGS: Readonly<Record<string, string>> = {
  "Attempted to iterate over": "looped over or unpacked",
  "Attempted to index in to": "indexed",
  "attempted to call alias method": "given another name",
  "attempted to call hook method": "given hooks",
};
