// Writes a Dagster project of `count` assets: the same bytes for the same count. More varied than a real one of its size, so that
// no shortcut for one spelling makes the figures: decorators, specs, factories, loops, jobs, checks, partitions, dead code. Dagster loads it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ASSETS_PER_FILE = 25;

/** A small generator of numbers with a fixed seed (mulberry32). */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const assetName = (index) => `asset_${String(index).padStart(6, "0")}`;

const SPELLINGS = [
  (asset) => `@dg.asset(group_name="g${asset.group}", kinds={"python"}, tags={"team": "t${asset.index % 7}"}${asset.deps})
def ${asset.name}(${asset.parameter}) -> int:
    """Asset number ${asset.index}, built from its upstream tables."""
    total = 0
    for row in range(10):
        total += row  # one by one
    return total
`,
  (asset) => `@asset(
    group_name=GROUP,
    owners=["team:data", f"{OWNER}@example.com"],
    metadata={"rows": dg.MetadataValue.int(${asset.index}), "source": "warehouse"},
    automation_condition=dg.AutomationCondition.eager(),${asset.deps ? `\n    ${asset.deps.slice(2)},` : ""}
)
def ${asset.name}(context: dg.AssetExecutionContext${asset.parameter ? `, ${asset.parameter}` : ""}):
    # The rows of yesterday, cleaned.
    frame = [clean(row) for row in context.log.records if row is not None and row["id"] > ${asset.index % 90}]
    if not frame:
        raise ValueError(f"{context.asset_key.to_user_string()} has no rows")
    yield dg.MaterializeResult(metadata={"count": len(frame), "first": frame[0]})
`,
  (
    asset,
  ) => `@dg.asset(partitions_def=daily, io_manager_key="warehouse", retry_policy=dg.RetryPolicy(max_retries=3, delay=0.2)${asset.deps})
async def ${asset.name}(context${asset.parameter ? `, ${asset.parameter}` : ""}) -> dict[str, list[float]]:
    """
    Revenue by customer.

    Joined with the orders of the day; see the wiki for the definition of "net".
    """
    day = context.partition_key
    query = """
        select customer_id, sum(amount) as amount
        from orders
        where day = '{day}' group by 1
    """.format(day=day)
    return {"amount": [float(value) for value in await fetch(query)], "day": [day]}
`,
];

function file(from, to, random) {
  const lines = [
    "import os\n\nimport dagster as dg\nfrom dagster import asset\n\nfrom ..cleaning import clean, fetch\n",
    `GROUP = "group_" + str(${from % 40})\nOWNER = os.getenv("OWNER", "nobody")\ndaily = dg.DailyPartitionsDefinition(start_date="2024-01-01")\n`,
  ];
  for (let index = from; index < to; index++) {
    const upstream = (distance) => assetName(Math.max(0, index - 1 - random(distance)));
    const parameter = index > 0 && random(3) > 0 ? upstream(200) : "";
    const deps = index > 1 && random(2) > 0 ? `, deps=[dg.AssetKey("${upstream(50)}")]` : "";
    const spelling = SPELLINGS[random(SPELLINGS.length)];
    lines.push(
      `\n${spelling({ index, name: assetName(index), group: index % 40, parameter, deps: deps.includes(`"${parameter}"`) ? "" : deps })}`,
    );
  }
  const checked = assetName(from);
  lines.push(
    `\n@dg.asset_check(asset=${checked}, blocking=True)\ndef ${checked}_has_rows() -> dg.AssetCheckResult:\n    return dg.AssetCheckResult(passed=True)\n`,
  );
  return lines.join("\n");
}

const CLEANING = `"""Cleaning that all assets share."""


def clean(row):
    return {key.strip().lower(): value for key, value in row.items() if value not in (None, "")}


async def fetch(query: str):
    ...
`;

const DEFINITIONS = `import dagster as dg

from . import assets

all_assets = dg.load_assets_from_package_module(assets)
jobs = [dg.define_asset_job(f"group_{number}_job", selection=dg.AssetSelection.groups(f"g{number}")) for number in range(5)]
schedules = [dg.ScheduleDefinition(job=job, cron_schedule="0 0 * * *") for job in jobs]
defs = dg.Definitions(
    assets=all_assets,
    asset_checks=dg.load_asset_checks_from_package_module(assets),
    jobs=jobs,
    schedules=schedules,
    resources={"warehouse": dg.FilesystemIOManager()},
)
`;

/** Writes the project into `folder`, which must be empty or absent. */
export function generateProject(folder, count) {
  const random = numbers(count);
  const assets = join(folder, "shop", "assets");
  mkdirSync(assets, { recursive: true });
  for (let from = 0; from < count; from += ASSETS_PER_FILE) {
    const name = `tables_${String(from / ASSETS_PER_FILE).padStart(5, "0")}.py`;
    writeFileSync(join(assets, name), file(from, Math.min(count, from + ASSETS_PER_FILE), random));
  }
  writeFileSync(join(assets, "__init__.py"), "");
  writeFileSync(join(folder, "shop", "__init__.py"), "");
  writeFileSync(join(folder, "shop", "cleaning.py"), CLEANING);
  writeFileSync(join(folder, "shop", "definitions.py"), DEFINITIONS);
  writeFileSync(
    join(folder, "pyproject.toml"),
    '[project]\nname = "shop"\nversion = "0"\ndependencies = ["dagster"]\n\n[tool.dagster]\nmodule_name = "shop.definitions"\n',
  );
}
