def team(name: str) -> str:
    return f"team:{name}"
