from dagster import job, op


@op
def find_old_files():
    return []


@op
def delete(files): ...


@job
def cleanup_job():
    delete(find_old_files())
