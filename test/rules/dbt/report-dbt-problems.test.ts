/** Where findings about a dbt project's files stand, and when nothing is claimed. */
import { describe, expect, it } from "vitest";
import { dbtExample } from "../../../src/rules/facts/dbt/dbt-example.ts";
import { checkFiles } from "../check-files.ts";

const BROKEN = "-- all orders\nselect * from {{ ref('ordres') }}\n";

function check(files: Readonly<Record<string, string>>): ReturnType<typeof checkFiles> {
  const { path, files: around } = dbtExample("models/customers.sql", {});
  return checkFiles({ ...around, [path]: BROKEN, ...files }, undefined);
}

describe("a finding about a dbt project", () => {
  it("stands at the call in the model's file", async () => {
    const [finding, ...others] = await check({});

    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: "dbt-unknown-ref",
      severity: "error",
      location: { path: "analytics/models/customers.sql", start: BROKEN.indexOf("ref("), end: BROKEN.indexOf(" }}") },
    });
  });

  it("is doubtful where a package that is not in the repository may bring what is missing", async () => {
    const packages = "packages:\n  - package: elementary-data/elementary\n    version: 0.20.0\n";
    const findings = await check({ "analytics/packages.yml": packages });

    expect(findings.filter(({ rule }) => rule === "dbt-unknown-ref")).toMatchObject([{ severity: "info" }]);
  });

  it("is certain where the packages that are not there bring macros only", async () => {
    const findings = await check({ "analytics/packages.yml": "packages:\n  - package: dbt-labs/dbt_utils\n    version: 1.3.0\n" });

    expect(findings.filter(({ rule }) => rule === "dbt-unknown-ref")).toMatchObject([{ severity: "error" }]);
  });

  it("is made of nothing that only a run decides", async () => {
    const findings = await check({ "analytics/models/customers.sql": "select * from {{ ref(env_var('ORDERS_MODEL')) }}\n" });

    expect(findings.filter(({ rule }) => rule.startsWith("dbt-"))).toEqual([]);
  });

  it("does not take a variable of the template for a package", async () => {
    const model =
      "{% set columns = namespace(names=[]) %}{% for column in columns.names %}{{ column.render() }}{% endfor %}select 1 as id\n";
    const findings = await check({ "analytics/models/customers.sql": model });

    expect(findings.filter(({ rule }) => rule.startsWith("dbt-"))).toEqual([]);
  });
});
