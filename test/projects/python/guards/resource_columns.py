import datetime
import typing


class Settings:
    def __init__(self, name):
        self.name = name


def settings_of(name):
    found = None
    for hint in typing.get_type_hints(Settings.__init__).values():
        found = Settings(str(hint))
    found = found or Settings(name)
    if found is None:
        raise ValueError("no settings")
    return found


def describe(settings):
    chosen = None
    if datetime.datetime.now().year > 2000:
        chosen = Settings("live")
    if chosen is None:
        raise ValueError("no settings")
    return f"settings {chosen.name}"


def first_column(columns):
    return next(iter(columns), None) or "none"


def key_of(name, region):
    return f"{region or 'eu'}_{name}"
