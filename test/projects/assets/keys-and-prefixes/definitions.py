import dagster as dg

RAW = ["warehouse", "raw"]


@dg.asset(key_prefix=RAW)
def orders(): ...


@dg.asset(key_prefix="warehouse", name="customer_list")
def customers(): ...


@dg.asset(key=["warehouse", "clean", "orders"], group_name="cleaning")
def cleaned(): ...


@dg.asset(key=dg.AssetKey(["mart", "revenue"]), deps=[dg.AssetKey(["warehouse", "clean", "orders"])])
def revenue(): ...


@dg.asset(key="daily-report", deps=[dg.AssetKey.from_user_string("mart/revenue")])
def report(): ...


# `orders` has no exact key: the one asset of the same group whose key ends in it is meant.
@dg.asset(key_prefix="reporting")
def order_report(orders): ...


# Another group: no asset there ends in `customer_list`, so Dagster makes an external one.
@dg.asset(group_name="crm", deps=["customer_list", dg.AssetKey(["erp", "accounts"])])
def mailing(): ...


spec_with_slash = dg.AssetSpec("erp/invoices", deps=["erp/lines"])

defs = dg.Definitions(assets=[orders, customers, cleaned, revenue, report, order_report, mailing, spec_with_slash])
