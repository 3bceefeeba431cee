def model(dbt, session):
    dbt.config(materialized="table", tags=["python", 'code'])
    # dbt.ref("in_a_comment")
    text = "dbt.ref('in_text')"
    events = dbt.source("raw", "events")
    other = dbt.ref(
        "unioned",
    )
    return events
