import dlt


@dlt.source
def presses():
    @dlt.resource(table_name="all_presses")
    def machines():
        """Every machine."""
        yield 1

    @dlt.resource
    def operators():
        yield 2

    return machines, operators


presses_source = presses()
presses_pipeline = dlt.pipeline(pipeline_name="presses", dataset_name="shop_floor", destination="duckdb")
nowhere = dlt.pipeline(pipeline_name="nowhere")
