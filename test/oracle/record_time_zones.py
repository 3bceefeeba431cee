"""Writes src/base/time/time-zones.generated.ts: the names that Python's `zoneinfo` accepts, as the package tzdata has them.

  python test/oracle/record_time_zones.py > src/base/time/time-zones.generated.ts
Needs an environment with tzdata installed. Names are case-sensitive on the file systems that code is deployed on.
"""
from importlib import metadata, resources

names = resources.files("tzdata").joinpath("zones").read_text().split()
print(f"/** Written by test/oracle/record_time_zones.py from tzdata {metadata.version('tzdata')}, by the part before the first slash. */")
print("export const TIME_ZONES: Readonly<Record<string, string>> = {")
areas = {}
for name in sorted(names):
    area, slash, rest = name.partition("/")
    areas.setdefault(area if slash else "", []).append(rest if slash else name)
for area, rest in sorted(areas.items()):
    key = area if area.isidentifier() else f'"{area}"'
    print(f"  {key}:")
    lines, line = [], ""
    for name in rest:
        if len(line) + len(name) > 120:
            lines.append(line)
            line = ""
        line += name + " "
    lines.append(line.rstrip())
    print(" +\n".join(f'    "{line}"' for line in lines) + ",")
print("};")
