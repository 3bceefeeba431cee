from datetime import timedelta

from dagster import (
    Backoff,
    BackfillPolicy,
    DailyPartitionsDefinition,
    Definitions,
    FreshnessPolicy,
    Jitter,
    MetadataValue,
    RetryPolicy,
    asset,
)

LEGACY_OWNER = "team:finance/billing"
common_tags = {"domain": "billing", "tier": "gold"}


@asset(
    group_name="billing/raw",
    kinds={"python", "s3", "Postgres"},
    owners=["ana.lopez@shop.example.com", LEGACY_OWNER],
    tags={**common_tags, "pii": ""},
    metadata={
        "dagster/table_name": "billing.raw.invoices",
        "rows expected": 1_000,
        "ratio": 0.5,
        "docs": MetadataValue.url("https://wiki.example.com/invoices"),
        "schema": {"id": "int", "lines": ["a", "b"]},
        "note": MetadataValue.md("**monthly** close"),
    },
    code_version="2024-06",
    retry_policy=RetryPolicy(max_retries=3, delay=0.5, backoff=Backoff.EXPONENTIAL, jitter=Jitter.PLUS_MINUS),
    pool="billing_api",
    freshness_policy=FreshnessPolicy.time_window(fail_window=timedelta(hours=36), warn_window=timedelta(days=1)),
)
def invoices():
    """Invoices."""


@asset(
    compute_kind="SQL",
    tags=common_tags | {"tier": "silver"},
    op_tags={"dagster/concurrency_key": "billing_db"},
    partitions_def=DailyPartitionsDefinition("2023-01-01"),
    backfill_policy=BackfillPolicy.single_run(),
    retry_policy=RetryPolicy(),
    freshness_policy=FreshnessPolicy.cron(
        deadline_cron="0 9 * * 1-5", lower_bound_delta=timedelta(minutes=90), timezone="Europe/Madrid"
    ),
)
def payments(): ...


@asset(
    partitions_def=DailyPartitionsDefinition("2023-01-01"),
    backfill_policy=BackfillPolicy.multi_run(max_partitions_per_run=7),
    op_tags={"kind": "spark"},
)
def refunds(): ...


defs = Definitions(assets=[invoices, payments, refunds])
