"""Row-level helpers that several assets share."""


def normalise_email(address: str) -> str:
    return address.strip().lower()


def to_cents(amount: str) -> int:
    """`"12,50"` -> 1250"""
    euros, _, cents = amount.replace(".", "").partition(",")
    return int(euros) * 100 + int(cents or 0)


def without_test_orders(rows: list[dict]) -> list[dict]:
    internal = ("@shop.example.com", "@test.example.com")
    return [row for row in rows if not normalise_email(row["email"]).endswith(internal)]
