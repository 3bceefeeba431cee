"""Writes src/dagster/library/signatures.generated.ts: the parameters of Dagster's public callables, as `inspect` sees them.

  python test/oracle/record_signatures.py > src/dagster/library/signatures.generated.ts
Needs an environment with dagster installed. A default that is neither a literal nor an enum member of Dagster's prints as `...`.
"""
import abc
import enum
import inspect
import json
import warnings

warnings.simplefilter("ignore")
import dagster  # noqa: E402
from dagster._core.definitions import unresolved_asset_job_definition as jobs  # noqa: E402
from dagster._core.definitions.partitions import partitioned_schedule as schedules  # noqa: E402
from dagster._core.definitions.definitions_load_context import DefinitionsLoadContext  # noqa: E402
from dagster_shared.record import JitCheckedNew  # noqa: E402

PRIVATE = [jobs.UnresolvedAssetJobDefinition, schedules.UnresolvedPartitionedAssetScheduleDefinition, DefinitionsLoadContext]
# How Python asks for an operator, an item or a call.
OPERATORS = ["call", "contains", "getitem", "iter", "len", "invert", "neg", "pos", "lt", "le", "gt", "ge"] + [
    prefix + name for name in ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor", "lshift", "rshift"] for prefix in ["", "r"]
]
SKIPPED_BASES = (BaseException, enum.Enum)
# What is made of these is of classes of its own, whose methods are called as if they were theirs.
ABSTRACT = [dagster.AutomationCondition]


def compile_new(cls):
    """What a record class takes is known once somebody tried to make one."""
    if isinstance(cls, type) and isinstance(cls.__new__, JitCheckedNew):
        try:
            cls()
        except Exception:  # noqa: BLE001 whatever is missing
            pass


def default(value):
    if value is None or isinstance(value, (bool, int, float, str)) and not isinstance(value, enum.Enum):
        return repr(value)
    if isinstance(value, enum.Enum) and hasattr(dagster, type(value).__name__):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, (list, tuple, dict, set, frozenset)) and not value:
        return "{}" if isinstance(value, dict) else "[]"
    return "..."


def text(callable_, bound):
    try:
        parameters = list(inspect.signature(callable_).parameters.values())
    except (TypeError, ValueError):
        return None
    parameters = parameters[1:] if bound else parameters
    out, star = [], False
    for p in parameters:
        if p.kind is p.VAR_POSITIONAL:
            star = True
            out.append(f"*{p.name}")
            continue
        if p.kind is p.VAR_KEYWORD:
            out.append(f"**{p.name}")
            continue
        if p.kind is p.KEYWORD_ONLY and not star:
            star = True
            out.append("*")
        out.append(p.name if p.default is p.empty else f"{p.name}={default(p.default)}")
    return ", ".join(out)


def members(cls):
    for name, raw in inspect.getmembers_static(cls):
        if name.startswith("_") or not isinstance(raw, (staticmethod, classmethod)) and not inspect.isfunction(raw):
            continue
        owner = next((k for k in cls.__mro__ if name in vars(k)), cls)
        if not owner.__module__.startswith("dagster"):
            continue
        yield name, text(getattr(cls, name), bound=inspect.isfunction(raw))


def of_subclasses(cls):
    """Methods that the class lacks, where all its subclasses that have them agree."""
    found, todo = {}, cls.__subclasses__()
    while todo:
        sub = todo.pop()
        todo += sub.__subclasses__()
        for name, signature in members(sub):
            if not hasattr(cls, name):
                found.setdefault(name, set()).add(signature)
    return {name: signatures.pop() for name, signatures in found.items() if len(signatures) == 1}


def main():
    table = {}
    for cls in ABSTRACT:
        table.update({f"dagster.{cls.__name__}.{m}": s for m, s in of_subclasses(cls).items() if s is not None})
    names = sorted(n for n in dir(dagster) if not n.startswith("_") and callable(getattr(dagster, n)))
    for name, value in [(n, getattr(dagster, n)) for n in names] + [(c.__name__, c) for c in PRIVATE]:
        if not getattr(value, "__module__", "").startswith("dagster") or isinstance(value, type) and issubclass(value, SKIPPED_BASES):
            continue
        compile_new(value)
        signature = text(value, bound=False)
        if signature is not None:
            table[f"dagster.{name}"] = signature
        if isinstance(value, type):
            table.update({f"dagster.{name}.{m}": s for m, s in members(value) if s is not None})
    print(f"/** Written by test/oracle/record_signatures.py from dagster {dagster.__version__}. Parameters by qualified name, methods without `self`. */")
    print("export const SIGNATURES: Readonly<Record<string, string>> = {")
    for name in sorted(table):
        print(f"  {json.dumps(name)}: {json.dumps(table[name])},")
    print("};\n\n/** Every public name of the package, whatever it is. */")
    public = sorted(n for n in dir(dagster) if not n.startswith("_") and not inspect.ismodule(getattr(dagster, n)))
    print("export const PUBLIC_NAMES: ReadonlySet<string> = new Set(\n  " + json.dumps(" ".join(public)) + '.split(" "),\n);')
    print("\n/** Members of public enumerations: name to value. */")
    print("export const ENUMERATIONS: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {")
    for name in public:
        value = getattr(dagster, name)
        if isinstance(value, type) and issubclass(value, enum.Enum):
            print(f"  {json.dumps('dagster.' + name)}: {json.dumps({m.name: m.value for m in value})},")
    print("};")
    print("\n/** What classes have that are used without an instance: `AutomationCondition.eager`. */")
    print("export const CLASS_MEMBERS: Readonly<Record<string, string>> = {")
    for name in public:
        value = getattr(dagster, name)
        if isinstance(value, type) and value.__module__.startswith("dagster") and has_factories(value):
            print(f"  {json.dumps('dagster.' + name)}: {json.dumps(' '.join(m for m in dir(value) if not m.startswith('_')))},")
    print("};")
    print("\n/** What objects have, those of subclasses included; of the methods with underscores those that stand for operators, items and calls. */")
    print("export const OBJECT_MEMBERS: Readonly<Record<string, string>> = {")
    for name, made in sorted(examples().items()):
        having = [made, *all_subclasses(type(made))]
        operators = {f"__{name}__" for cls in all_subclasses(type(made)) for name in OPERATORS if defines(cls, f"__{name}__")}
        listed = sorted({m for one in having for m in dir(one) if not m.startswith("_")} | operators)
        print(f"  {json.dumps('dagster.' + name)}: {json.dumps(' '.join(listed))},")
    print("};")


def examples():
    @dagster.asset
    def asset():
        return 1

    @dagster.op
    def op():
        return 1

    @dagster.op(out=dagster.DynamicOut())
    def fan(rows):
        yield dagster.DynamicOutput(rows, "x")

    handles = []

    @dagster.graph
    def graph():
        handles.append(op())

    @dagster.graph
    def fanning(rows):
        handles.extend([rows, fan(rows), op.alias("other")])
        handles.append(handles[-2].collect())

    @dagster.asset_check(asset="asset")
    def check():
        return dagster.AssetCheckResult(passed=True)

    job = graph.to_job()
    static = dagster.StaticPartitionsDefinition(["x"])
    made = [
        asset, op, graph, check, job, static, dagster.define_asset_job("x"), dagster.AssetSpec("x"), dagster.AssetKey("x"), dagster.SourceAsset("x"),
        dagster.AssetCheckSpec("x", asset="x"), dagster.AssetDep("x"), dagster.AssetIn(), dagster.AssetOut(), dagster.In(), dagster.Out(),
        dagster.ScheduleDefinition(name="x", cron_schedule="@daily", job=job), dagster.SensorDefinition(name="x", evaluation_fn=lambda c: None, job=job),
        dagster.DailyPartitionsDefinition("2024-01-01"), dagster.DynamicPartitionsDefinition(name="x"), dagster.MultiPartitionsDefinition({"x": static, "y": static}),
        dagster.RetryPolicy(), dagster.BackfillPolicy.single_run(), *handles,
    ]
    return {type(one).__name__: one for one in made}


def defines(cls, name):
    return any(name in vars(base) for base in cls.__mro__ if base is not object)


def all_subclasses(cls):
    return [cls, *(below for sub in cls.__subclasses__() for below in all_subclasses(sub))]


def has_factories(cls):
    """Functions of its own that are called on the class. Pydantic's come with every model, and a metaclass may answer for anything."""
    own = [k for k in cls.__mro__ if k.__module__.startswith("dagster")]
    return type(cls) in (type, abc.ABCMeta) and any(isinstance(v, (staticmethod, classmethod)) and not n.startswith("_") for k in own for n, v in vars(k).items())


main()
