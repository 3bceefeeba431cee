from dagster import Definitions, GraphOut, In, Nothing, OpExecutionContext, Out, RetryPolicy, failure_hook, graph, job, op


@op
def list_files(context: OpExecutionContext):
    return ["a.csv"]


@op(out={"good": Out(), "bad": Out(is_required=False)})
def sort_files(files):
    return files, []


@op(name="load_into_warehouse", retry_policy=RetryPolicy(max_retries=1))
def load(files):
    return len(files)


@op
def add(counts):
    return sum(counts)


@op(ins={"after": In(Nothing)})
def clean_up(): ...


@op
def report(total, bad):
    print(total, bad)


@graph
def load_twice(files):
    first = load(files)
    second = load.alias("load_again")(files)
    return add([first, second])


@graph(out={"bad": GraphOut(), "good": GraphOut()})
def inspect_files():
    good, bad = sort_files(list_files())
    return {"bad": bad, "good": good}


@failure_hook
def tell_somebody(context): ...


@job(tags={"team": "ingest"}, hooks={tell_somebody}, description="Files into the warehouse")
def ingest():
    files = inspect_files()
    total = load_twice(files.good)
    archived = load.alias("archive").tag({"slow": "yes"})(files.good)
    everything = add.alias("add_everything")([total, archived])
    report(everything, files.bad)
    clean_up(after=[total, archived])


@job
def sweep():
    clean_up()


defs = Definitions(jobs=[ingest, sweep])
