from dagster import AssetIn, Definitions, asset, file_relative_path
from dagstermill import ConfigurableLocalOutputNotebookIOManager, define_dagstermill_asset


@asset(group_name="research")
def churn_sample():
    return []


churn_report = define_dagstermill_asset(
    name="churn_report",
    notebook_path=file_relative_path(__file__, "notebooks/churn.ipynb"),
    ins={"sample": AssetIn("churn_sample")},
    group_name="research",
    key_prefix="reports",
    description="Why customers leave",
)

defs = Definitions(assets=[churn_sample, churn_report], resources={"output_notebook_io_manager": ConfigurableLocalOutputNotebookIOManager()})
