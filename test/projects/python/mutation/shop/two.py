from shop import registry

registry.OPTIONS.update(owners=["team:two"], kinds={"sql"})
registry.OPTIONS.setdefault("code_version", "2")
registry.OPTIONS.pop("owners")


@registry.register()
def customers(): ...
