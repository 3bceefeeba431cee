import dagster as dg


@dg.run_failure_sensor
def on_failure(context: dg.RunFailureSensorContext, seen=[]):  # expect: mutable-default
    seen.append(context.failure_event)


@dg.asset
def orders() -> None:
    def rows(of=()):
        return list(of)

    rows()


defs = dg.Definitions(assets=[orders], sensors=[on_failure])
