from shop.definitions import orders


def test_orders():
    assert orders() is None
