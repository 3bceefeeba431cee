# entry: module-scope
import dagster as dg


@dg.op
def clean(): ...


@dg.job
def cleanup():
    clean()
