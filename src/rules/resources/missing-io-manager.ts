import { didYouMean, misspelt } from "../facts/names/suggest.ts";
import { requirementsOf } from "../facts/resources/resource-requirements.ts";
import { defineRule } from "../rule.ts";

export const missingIoManager = defineRule({
  name: "missing-io-manager",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An `io_manager_key` or `input_manager_key` under which no resource is given.",
    why: "Dagster refuses: `io manager with key '...' required by output 'result' of op '...'' was not provided.`",
    example: `import dagster as dg

@dg.asset(io_manager_key="warehouse")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(io_manager_key="warehouse")
def orders(): ...

defs = dg.Definitions(assets=[orders], resources={"warehouse": dg.FilesystemIOManager()})
`,
    source: "dagster/_core/definitions/resource_requirement.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const requirement of requirementsOf(graph)) {
        if (requirement.kind === "resource" || requirement.provided !== undefined || requirement.key === "io_manager") continue;
        report({
          message: `${requirement.owner} asks for the I/O manager \`${requirement.key}\`, which is not provided`,
          why: `Dagster: "${requirement.description} was not provided."`,
          help: didYouMean(
            misspelt(requirement.key, requirement.keys),
            `Add \`"${requirement.key}": …\` to \`resources\` of the \`Definitions\`.`,
          ),
          location: requirement.at,
          subject: requirement.subject,
          doubts: requirement.doubts,
        });
      }
    }
  },
});
