import dagster as dg


def make(name):
    @dg.op(name=name)
    def load(): ...

    return load


@dg.op
def report(): ...


@dg.job
def twice():
    report()
    report()
    report.alias("again")()


@dg.job
def made():
    for name in ["orders", "customers"]:
        make(name)()


defs = dg.Definitions(jobs=[twice, made])
