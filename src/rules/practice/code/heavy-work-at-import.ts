import { callsByName } from "../../facts/logged.ts";
import { defineRule } from "../../rule.ts";

const HEAVY =
  /^(?:requests\.(?:get|post|put|patch|delete|head|request)|httpx\.(?:get|post|put|request)|urllib\.request\.urlopen|subprocess\.(?:run|call|check_call|check_output|Popen)|os\.system|time\.sleep|pandas\.read_\w+|polars\.(?:read|scan)_\w+|psycopg2?\.connect|sqlite3\.connect|duckdb\.connect|pymysql\.connect|snowflake\.connector\.connect)$/;

export const heavyWorkAtImport = defineRule({
  name: "heavy-work-at-import",
  group: "practice",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A module of a code location calls a network, a database, a process or a file reader while it is imported.",
    why: "It happens whenever Dagster loads the code: at every start, in every run, and where the service cannot be reached.",
    example: `import dagster as dg
import requests

REGIONS = requests.get("https://example.com/regions").json()

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg
import requests

@dg.asset
def orders() -> None:
    """The orders."""
    requests.get("https://example.com/regions")

defs = dg.Definitions(assets=[orders])
`,
    source: "https://docs.dagster.io/api/dagster/definitions (definitions), https://github.com/dagster-io/dagster/pull/23253",
  },
  check({ location, report }) {
    const heavy = [...callsByName(location)].filter(([name]) => HEAVY.test(name));
    for (const { name, at, condition } of heavy.flatMap(([, calls]) => calls)) {
      if (condition) continue;
      report({
        message: `\`${name}\` is called while the code is imported`,
        why: "It happens whenever Dagster loads the code: at every start, in every run, and where the service cannot be reached.",
        help: "Call it in an asset or a resource, or in a `@definitions` function.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});
