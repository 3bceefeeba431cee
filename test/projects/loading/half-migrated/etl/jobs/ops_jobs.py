from dagster import job, op


@op
def rotate_logs(): ...


@job(name="rotate")
def rotate():
    rotate_logs()
