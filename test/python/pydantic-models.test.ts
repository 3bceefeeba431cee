/** What pydantic 2 makes of values and of models, as it said itself: coercions, refusals, dumps. */
import { describe, expect, it } from "vitest";
import { representationOf } from "../../src/python/evaluate/text/stringify.ts";
import { evaluateFiles } from "../support/evaluate-files.ts";

const MODELS = `from enum import Enum
from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError, computed_field, field_serializer, field_validator

class Kind(str, Enum):
    RAW = "raw"

class Column(BaseModel):
    name: str

class Table(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    name: str = Field(alias="tableName")
    size: int = 3
    owner: str | None = None
    columns: list[Column] = []
    kind: Kind = Kind.RAW
    level: int = Field(1, ge=1, le=5)
    _cursor: int = PrivateAttr(default=4)

    @computed_field
    @property
    def full(self) -> str:
        return f"raw.{self.name}"

    @field_validator("name")
    @classmethod
    def lower(cls, value):
        if value == "bad":
            raise ValueError("no such table")
        return value.lower()

class Scalars(BaseModel):
    b: bool = False
    i: int = 0
    f: float = 0.0
    s: str = ""

class Open(BaseModel):
    model_config = {"extra": "allow"}
    a: int = 1

class Frozen(BaseModel):
    model_config = {"frozen": True, "extra": "forbid"}
    a: int = 1

class Serialized(BaseModel):
    a: int = 1

    @field_serializer("a")
    def double(self, value):
        return value * 2

def refusal(make):
    try:
        return make()
    except ValidationError as error:
        return "ValidationError"

def assign(model, value):
    model.a = value

table = Table(tableName="ORDERS", columns=[{"name": "id"}])
`;

async function worth(expression: string): Promise<unknown> {
  const { machine, module } = await evaluateFiles({ "main.py": `${MODELS}value = ${expression}\n` }, "main.py");
  const value = module.scope.names.get("value");
  const shown = value && representationOf(machine, value, { path: "main.py", start: 0, end: 0 });
  return shown?.kind === "str" ? shown.value : shown?.kind;
}

describe("a pydantic model", () => {
  it.each([
    ['[Scalars(b=x).b for x in ("yes", "off", "TRUE", "t", 1, 0.0)]', "[True, False, True, True, True, False]"],
    ['[Scalars(i=x).i for x in ("5", " 7 ", "5.0", "1_000", True, 2.0)]', "[5, 7, 5, 1000, 1, 2]"],
    ['[Scalars(f=x).f for x in ("1.5", 2, True, "inf")]', "[1.5, 2.0, 1.0, inf]"],
    ['Scalars(s=b"ab").s', "'ab'"],
    ['[refusal(lambda: Scalars(b=x)) for x in (2, "maybe", None)]', "['ValidationError', 'ValidationError', 'ValidationError']"],
    [
      '[refusal(lambda: Scalars(i=x)) for x in (2.5, "x", "", None)]',
      "['ValidationError', 'ValidationError', 'ValidationError', 'ValidationError']",
    ],
    ["[refusal(lambda: Scalars(s=x)) for x in (5, True)]", "['ValidationError', 'ValidationError']"],
    [
      "[refusal(lambda: Table()), refusal(lambda: Table(tableName='bad')), refusal(lambda: Table(tableName='a', kind='zz'))]",
      "['ValidationError', 'ValidationError', 'ValidationError']",
    ],
    [
      "[refusal(lambda: Table(tableName='a', level=9)), refusal(lambda: Frozen(b=1)), refusal(lambda: assign(Frozen(), 2))]",
      "['ValidationError', 'ValidationError', 'ValidationError']",
    ],
    [
      "table.model_dump(exclude={'kind', 'level'})",
      "{'name': 'orders', 'size': 3, 'owner': None, 'columns': [{'name': 'id'}], 'full': 'raw.orders'}",
    ],
    ["table.model_dump(by_alias=True, include={'name', 'size'})", "{'tableName': 'orders', 'size': 3}"],
    ["table.model_dump(exclude_unset=True)", "{'name': 'orders', 'columns': [{'name': 'id'}], 'full': 'raw.orders'}"],
    ["table.model_dump(exclude_none=True, exclude_defaults=True)", "{'name': 'orders', 'columns': [{'name': 'id'}], 'full': 'raw.orders'}"],
    ["table.model_dump(mode='json')['kind']", "'raw'"],
    ["Column(name='id').model_dump_json()", '\'{"name":"id"}\''],
    ["[table._cursor, sorted(table.model_fields_set), table.model_copy(update={'size': 9}).size]", "[4, ['columns', 'name'], 9]"],
    [
      "[dict(Column(name='id')), Column(name='id') == Column(name='id'), Open(z=5).model_dump(), Open(z=5).model_extra]",
      "[{'name': 'id'}, True, {'a': 1, 'z': 5}, {'z': 5}]",
    ],
    ["Serialized().model_dump()", "unknown"],
  ])("makes %s %s", async (expression, expected) => {
    expect(await worth(expression)).toBe(expected);
  });
});
