from shop.registry import OPTIONS, register


@register
def orders(): ...


OPTIONS["owners"] = ["team:one"]


@register(tags={"late": "no"})
def order_lines(orders): ...
