import dagster as dg


@dg.asset(tags={"kept": "long"})
def archive(editions): ...


old_issues = dg.AssetSpec("old_issues", deps=["archive"], group_name="attic")
