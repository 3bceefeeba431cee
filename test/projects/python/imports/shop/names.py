PREFIX = "shop"

import shop.settings as settings  # noqa: E402 the cycle is there on purpose

OWNER = getattr(settings, "DEFAULT_OWNER", None)
