import dagster as dg
from dagster_dbt import DbtCliResource, DbtProject, dbt_assets

project = DbtProject(project="shop")  # expect: raises-when-imported

@dbt_assets(project_dir="shop")  # expect: raises-when-imported
def models(context): ...

defs = dg.Definitions(
    resources={
        "dbt": DbtCliResource(),  # expect: raises-when-imported
        "other": DbtCliResource(profile="x", project_dir="shop"),
    }
)
