from dagster import Definitions, asset, AssetIn, file_relative_path, job, AssetKey, Field
from dagstermill import define_dagstermill_asset, define_dagstermill_op, ConfigurableLocalOutputNotebookIOManager

@asset(group_name="t")
def iris(): ...

nb = define_dagstermill_asset(name="iris_kmeans", notebook_path=file_relative_path(__file__, "nb/kmeans.ipynb"), group_name="t", ins={"iris": AssetIn("iris")}, config_schema=Field(int, default_value=3, is_required=False))
op1 = define_dagstermill_op(name="hello", notebook_path=file_relative_path(__file__, "nb/kmeans.ipynb"), output_notebook_name="out")

@job(resource_defs={"output_notebook_io_manager": ConfigurableLocalOutputNotebookIOManager()})
def nb_job():
    op1()
defs = Definitions(assets=[iris, nb], jobs=[nb_job], resources={"output_notebook_io_manager": ConfigurableLocalOutputNotebookIOManager()})
