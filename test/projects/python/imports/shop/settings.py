def group_for(name):
    from shop.names import PREFIX

    return f"{PREFIX}_{name}"


DEFAULT_OWNER = "team:core"
