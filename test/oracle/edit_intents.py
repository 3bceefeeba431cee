"""What an edit is meant to do to what Dagster loads: the changes that have to be there, and those that may follow from them.

Knows the arguments of `dagsight edit` and the names of changes (`nodes orders`, `edges orders -> revenue`); knows nothing of how they were found.
"""

import re

FIELD_NAMES = {"automation-condition": "automation", "code-version": "codeVersion", "io-manager": "ioManager"}
SELECTIONS = r"(jobs|schedules|sensors) "
IMPLICIT_SENSOR = "sensors default_automation_condition_sensor"


def changed(*fields):
    return "changed: " + ", ".join(sorted(fields))


def intent(request, before):
    """(changes by name that must be there, pattern of the names that may change as well)"""
    operation, *arguments = request
    first, second, *_ = [*arguments, "", ""]
    if operation == "add-dep":
        return {f"edges {second} -> {first}": "new"}, SELECTIONS
    if operation == "remove-dep":
        return {f"edges {second} -> {first}": "gone"}, rf"{SELECTIONS}|nodes {re.escape(second)}$"
    if operation in ("set", "unset"):
        field = FIELD_NAMES.get(second, second)
        return {f"nodes {first}": changed(field)}, rf"{SELECTIONS}|nodes "
    if operation == "move-asset":
        return {}, "$^"
    if operation == "remove-asset":
        return {f"nodes {first}": "gone"}, rf"{SELECTIONS}|edges (.* -> )?{re.escape(first)}( -> |$)|nodes "
    if operation.startswith("add-") and operation != "add-to-definitions":
        return added(operation[len("add-") :], first, second), rf"{SELECTIONS}|checks |nodes "
    if operation.startswith("remove-"):
        return {f"{section_of(operation[len('remove-'):])} {first}": "gone"}, rf"{SELECTIONS}|nodes " if operation != "remove-check" else "nodes "
    if operation == "rename-group":
        members = [name for name, fact in before.items() if name.startswith("nodes ") and fact["group"] == first]
        return {name: changed("group") for name in members}, "$^"
    if operation.startswith("rename-"):
        section = section_of(operation[len("rename-") :])
        new = f"{first.rsplit(':', 1)[0]}:{second}" if section == "checks" else second
        return {f"{section} {first}": "gone", f"{section} {new}": "new"}, rf"{SELECTIONS}|nodes "
    return {}, ""


def section_of(noun):
    return {"job": "jobs", "schedule": "schedules", "sensor": "sensors", "resource": "resources", "check": "checks"}[noun]


def added(noun, first, second):
    if noun == "asset":
        return {f"nodes {first}": "new"}
    return {f"checks {second}:{first}" if noun == "check" else f"{section_of(noun)} {first}": "new"}


def departure(request, before, changes):
    """Words for the first change that was not meant, or is missing; `None` when the edit did what it is for."""
    wanted, allowed = intent(request, before)
    for name, change in wanted.items():
        if changes.get(name) != change and not (request[0] in ("set", "unset") and name not in changes):
            return f"{name}: wanted {change}, Dagster {changes.get(name)}"
    for name in sorted(changes.keys() - wanted.keys()):
        if name != IMPLICIT_SENSOR and not re.match(allowed, name):
            return f"{name}: {changes[name]}, which nobody asked for"
    return None
