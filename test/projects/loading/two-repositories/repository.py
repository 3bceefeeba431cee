import dagster as dg


@dg.asset(group_name="eu")
def orders_eu(): ...


@dg.asset(group_name="us")
def orders_us(): ...


def job_for(asset):
    return dg.define_asset_job(f"{asset.key.path[0]}_job", selection=[asset])


@dg.repository
def europe():
    return [orders_eu, job_for(orders_eu)]


@dg.repository
def america():
    return [orders_us, job_for(orders_us)]
