/**
 * What a field asks of its value besides the type: bounds, lengths and patterns, from `Field(ge=1)`, from `Annotated[int, Field(ge=1)]`, from types like
 * `PositiveInt`. They hold for what is given; pydantic does not look at defaults.
 */
import { BOUNDS } from "../../../python/packages/pydantic/bounds.ts";
import { FIELD } from "../../../python/packages/pydantic/refuse-model-class.ts";
import { originName, typeArguments } from "../../../python/packages/structure.ts";
import type { ClassField, LibraryObject, Value } from "../../../python/value.ts";
import { elementsOf, pythonRepr } from "../values.ts";

/** In words, which bound the value breaks: `` `11`, and not at most 10 ``. */
export function constraintProblem(value: Value, field: ClassField, type: Value): string | undefined {
  for (const constraints of [ofField(field), ...ofType(type)]) {
    const problem = brokenBound(value, constraints);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

type Constraints = ReadonlyMap<string, Value>;

function ofField({ default: info }: ClassField): Constraints {
  return info?.kind === "object" && info.type === FIELD ? info.fields : new Map();
}

/** `Annotated[int, Field(ge=1)]`, `Optional[PositiveInt]`. */
function ofType(type: Value): readonly Constraints[] {
  if (type.kind === "symbol") {
    const named = NAMED[type.name.slice(type.name.lastIndexOf(".") + 1)];
    return named && type.name.startsWith("pydantic.") ? [new Map([[named, ZERO]])] : [];
  }
  if (type.kind !== "object") return [];
  const members = typeArguments(type).filter(({ kind }) => kind !== "none");
  if (originName(type) === "Annotated") {
    const [inner, ...metadata] = members;
    const fields = metadata.filter((each): each is LibraryObject => each.kind === "object" && each.type === FIELD);
    return [...(inner ? ofType(inner) : []), ...fields.map(({ fields: own }) => own)];
  }
  const [only] = members;
  return members.length === 1 && only && (originName(type) === "Optional" || type.type === "types.UnionType") ? ofType(only) : [];
}

const ZERO: Value = { kind: "int", value: 0 };
const NAMED: Readonly<Record<string, string>> = {
  PositiveInt: "gt",
  PositiveFloat: "gt",
  NonNegativeInt: "ge",
  NonNegativeFloat: "ge",
  NegativeInt: "lt",
  NegativeFloat: "lt",
  NonPositiveInt: "le",
  NonPositiveFloat: "le",
};

function brokenBound(value: Value, constraints: Constraints): string | undefined {
  const problem =
    value.kind === "int" || value.kind === "float" ? outOfRange(Number(value.value), constraints) : ofLength(value, constraints);
  return problem === undefined ? undefined : `${shown(value)}, and not ${problem}`;
}

function shown(value: Value): string {
  return value.kind === "int" || value.kind === "float" || value.kind === "str" ? `\`${pythonRepr(value)}\`` : `a ${value.kind}`;
}

const WORDS = { ge: "at least", gt: "above", le: "at most", lt: "below" } as const;
const NUMBER_BOUNDS = ["ge", "gt", "le", "lt"] as const;

function numberOf(constraints: Constraints, name: string): number | undefined {
  const value = constraints.get(name);
  return value?.kind === "int" || value?.kind === "float" ? Number(value.value) : undefined;
}

function outOfRange(value: number, constraints: Constraints): string | undefined {
  for (const name of NUMBER_BOUNDS) {
    const bound = numberOf(constraints, name);
    if (bound !== undefined && !BOUNDS[name](value, bound)) return `${WORDS[name]} ${bound}`;
  }
  const step = numberOf(constraints, "multiple_of");
  const isMultiple = step === undefined || !Number.isInteger(step) || !Number.isInteger(value) || value % step === 0;
  return isMultiple ? undefined : `a multiple of ${step}`;
}

/** Of a text its characters, of a collection its items; the text of an `EnvVar` is the name. */
function ofLength(value: Value, constraints: Constraints): string | undefined {
  const text = textOf(value);
  const items = ["list", "tuple"].includes(value.kind) ? elementsOf(value) : undefined;
  const length = text === undefined ? (items?.complete ? items.items.length : undefined) : [...text].length;
  if (length === undefined) return undefined;
  const least = numberOf(constraints, "min_length") ?? numberOf(constraints, "min_items");
  const most = numberOf(constraints, "max_length") ?? numberOf(constraints, "max_items");
  const unit = text === undefined ? "items" : "characters";
  if (least !== undefined && length < least) return `of at least ${least} ${unit}`;
  if (most !== undefined && length > most) return `of at most ${most} ${unit}`;
  return text === undefined ? undefined : mismatch(text, constraints);
}

function textOf(value: Value): string | undefined {
  if (value.kind === "str") return value.value;
  const name = value.kind === "object" && value.type === "dagster.EnvVar" ? value.fields.get("name") : undefined;
  const type = value.kind === "object" ? value.fields.get("type") : undefined;
  return name?.kind === "str" && type?.kind === "str" && type.value === "str" ? name.value : undefined;
}

/** Patterns of plain parts only: those mean the same here as in pydantic. */
function mismatch(text: string, constraints: Constraints): string | undefined {
  const pattern = constraints.get("pattern");
  if (pattern?.kind !== "str" || /\(\?(?!:)|\\[zZApPbBGhQRK]|\[\[:|&&/.test(pattern.value)) return undefined;
  try {
    return new RegExp(pattern.value, "u").test(text) ? undefined : `of the pattern \`${pattern.value}\``;
  } catch {
    return undefined;
  }
}
