"""Records which nodes real dbt selects in a project of test/dbt, for the selections of SELECTIONS.

    python record_selection.py PROJECT_DIR OUT.json

The selections are evaluated over dbt's own manifest, with dbt's default of eager indirect selection.
"""

import json
import sys
import tempfile
from pathlib import Path

from record_manifest import prepare, run

SELECTIONS = [
    {"select": "*"},
    {"select": "fqn:*"},
    {"select": "stg_orders"},
    {"select": "stg_orders+"},
    {"select": "+customers"},
    {"select": "1+customers"},
    {"select": "stg_orders+1"},
    {"select": "@stg_countries"},
    {"select": "shop.staging"},
    {"select": "staging.*"},
    {"select": "marts.finance stg_customers"},
    {"select": "stg_*"},
    {"select": "tag:nightly"},
    {"select": "tag:nightly,config.materialized:view"},
    {"select": "tag:money tag:raw"},
    {"select": "tag:n*"},
    {"select": "path:models/staging"},
    {"select": "models/marts"},
    {"select": "path:models/marts/finance/revenue.sql"},
    {"select": "path:models/**/stg_*.sql"},
    {"select": "file:stg_orders.sql"},
    {"select": "revenue.sql"},
    {"select": "resource_type:seed"},
    {"select": "resource_type:test"},
    {"select": "resource_type:source+"},
    {"select": "source:raw"},
    {"select": "source:raw.orders+"},
    {"select": "source:shop.raw.customers"},
    {"select": "exposure:*"},
    {"select": "+exposure:dashboard"},
    {"select": "group:finance"},
    {"select": "access:public"},
    {"select": "package:shop,resource_type:snapshot"},
    {"select": "package:this,tag:history"},
    {"select": "config.materialized:incremental"},
    {"select": "config.severity:error"},
    {"select": "config.meta.owner:finance"},
    {"select": "config.tags:pii"},
    {"select": "test_type:generic"},
    {"select": "test_type:singular"},
    {"select": "test_name:unique"},
    {"select": "test_name:in_*"},
    {"select": "*", "exclude": "tag:nightly"},
    {"select": "+customers", "exclude": "resource_type:source test_type:generic"},
    {"select": "stg_orders+", "exclude": "revenue+"},
    {"select": "does_not_exist"},
    {"select": "tag:staging,tag:cleaned+ countries"},
    {"selector": "nightly"},
    {"selector": "money"},
    {"selector": "all_but_nightly"},
]


def main() -> None:
    project, out = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as scratch:
        copy = prepare(project, Path(scratch))
        failed = run(copy, "parse", "--no-partial-parse")
        if failed:
            sys.exit(failed)
        recorded = [{**selection, "selected": selected(copy, selection)} for selection in SELECTIONS]
    out.write_text(json.dumps(recorded, indent=1) + "\n")


def selected(copy: Path, selection: dict) -> list[str]:
    from dbt.cli.main import dbtRunner

    arguments = ["list", "--output", "json", "--output-keys", "unique_id", "--quiet", "--resource-type", "all",
                 "--profiles-dir", str(copy), "--project-dir", str(copy)]
    for option, value in selection.items():
        arguments += [f"--{option}", *value.split(" ")] if option != "selector" else ["--selector", value]
    result = dbtRunner().invoke(arguments)
    return sorted(json.loads(line)["unique_id"] for line in result.result or [])


if __name__ == "__main__":
    main()
