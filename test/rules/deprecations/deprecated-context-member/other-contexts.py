import dagster as dg


class Files(dg.ConfigurableIOManager):
    def handle_output(self, context: dg.OutputContext, obj) -> None:
        context.log.info(context.metadata)  # expect: deprecated-context-member

    def load_input(self, context):
        upstream = context.upstream_output
        return context.metadata or upstream.definition_metadata  # expect: deprecated-context-member


class Notes:
    def load_input(self, context):
        return context.metadata


def log_run(context: dg.AssetExecutionContext, note: str) -> None:
    context.log.info(f"{context.run_id}: {note}")  # expect: deprecated-context-member


@dg.asset
def orders(context) -> None:
    """The orders."""
    log_run(context, "loaded")


@dg.op
def archive(context: dg.OpExecutionContext) -> None:
    context.log.info(context.run_id)


@dg.job
def archiving() -> None:
    archive()


@dg.sensor(job=archiving)
def on_arrival(context: dg.SensorEvaluationContext):
    if context.last_completion_time:  # expect: deprecated-context-member
        yield dg.RunRequest()


defs = dg.Definitions(assets=[orders], jobs=[archiving], sensors=[on_arrival], resources={"io_manager": Files()})
