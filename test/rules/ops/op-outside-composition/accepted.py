import dagster as dg


@dg.op
def count():
    return 1


@dg.op
def load(context): ...


@dg.graph
def nightly():
    load()


@dg.job
def weekly():
    nightly()


def main():
    nightly()
    weekly()


if __name__ == "__main__":
    main()

count()
load(dg.build_op_context())

defs = dg.Definitions(jobs=[weekly, nightly.to_job(name="daily")])
