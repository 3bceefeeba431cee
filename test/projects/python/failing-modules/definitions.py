from dagster import Definitions, asset

try:
    from shop.forecast import demand, supply

    forecasts = [demand, supply]
except KeyError:
    forecasts = []

try:
    import shop.forecast as forecast_module
except Exception as error:
    forecast_module = None
    reason = type(error).__name__


@asset(tags={"forecast": "no" if forecast_module is None else "yes"}, group_name=reason.lower())
def orders(): ...


defs = Definitions(assets=[orders, *forecasts])
