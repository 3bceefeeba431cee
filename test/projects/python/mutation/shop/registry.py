from dagster import asset

ASSETS = []
OPTIONS = {"group_name": "registered"}
_count = 0


def register(fn=None, **options):
    global _count
    _count += 1

    def wrap(inner):
        made = asset(**{**OPTIONS, **options})(inner)
        ASSETS.append(made)
        return made

    return wrap(fn) if fn else wrap


def registered_count():
    return _count
