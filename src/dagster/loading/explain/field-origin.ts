/** Who said the value of a field: an argument of the last step that changed it, else one of the definition, else the function, a data file, or nobody. */
import type { Location } from "../../../base/span.ts";
import type { ArgumentValue, CallArguments } from "../../../python/library.ts";
import type { FunctionValue, Value } from "../../../python/value.ts";
import type { FieldOrigin } from "../../../types/explanation.ts";
import type { SourceRange } from "../../../types/graph-document.ts";
import { parameterNames } from "../../library/signature.ts";
import type { Places } from "../document/places.ts";
import type { FieldRule } from "./field-rules.ts";

/** A call that may have set a field. */
export interface Setter {
  /** `dagster.asset`. */
  readonly name: string;
  /** As it is written: `@asset`, `load_assets_from_modules`. */
  readonly label: string;
  readonly args: CallArguments | undefined;
  readonly at: Location;
}

export interface OriginParts {
  readonly rule: FieldRule;
  /** What the field holds now, and what the document shows of it. */
  readonly value: Value | undefined;
  readonly shown: unknown;
  /** The line of a data file that the definition comes from. */
  readonly writtenAt: SourceRange | null;
  /** The step that changed the field last. */
  readonly step?: Setter | undefined;
  /** The calls that made the definition, the nearest to the field first. */
  readonly definitions: readonly Setter[];
  readonly function?: FunctionValue | undefined;
  readonly places: Places;
}

/** Null where what set it cannot be named. */
export function fieldOrigin(parts: OriginParts): FieldOrigin | null {
  const { rule, value, shown, writtenAt, step, definitions, function: fn, places } = parts;
  const literal = literalOf(value);
  if (step)
    return argumentOrigin(step, rule, places) ?? { how: "argument", words: step.label, place: places.rangeOf(step.at), literal: null };
  for (const setter of definitions) {
    const origin = argumentOrigin(setter, rule, places);
    if (origin) return origin;
  }
  if (literal && !literal.path.endsWith(".py"))
    return { how: "data", words: "written in the file", place: places.rangeOf(literal), literal: null };
  if (rule.byFunction !== undefined && fn && saysIt(rule, fn, shown))
    return { how: "function", words: rule.byFunction, place: places.rangeOf(functionPlace(rule, fn)), literal: null };
  if (isDefault(shown, rule)) return { how: "default", words: "Dagster's default", place: null, literal: null };
  return writtenAt && { how: "data", words: "made from the file", place: writtenAt, literal: null };
}

function isDefault(shown: unknown, rule: FieldRule): boolean {
  if (shown === null || shown === undefined || (Array.isArray(shown) && shown.length === 0)) return true;
  return shown === rule.default || (typeof shown === "object" && Object.keys(shown).length === 0);
}

function argumentOrigin({ name, label, args }: Setter, { parameters }: FieldRule, places: Places): FieldOrigin | undefined {
  if (!args) return undefined;
  for (const parameter of parameters) {
    const argument = argumentOf(name, args, parameter);
    if (!argument || argument.value.kind === "none") continue;
    const literal = literalOf(argument.value);
    const isElsewhere =
      literal && !(literal.path === argument.at.path && literal.start >= argument.at.start && literal.end <= argument.at.end);
    return {
      how: "argument",
      words: `\`${parameter}=\` of ${label}`,
      place: places.rangeOf(argument.at),
      literal: isElsewhere ? places.rangeOf(literal) : null,
    };
  }
  return undefined;
}

/** Given by keyword, or in the parameter's position. */
function argumentOf(name: string, { keywords, positional }: CallArguments, parameter: string): ArgumentValue | undefined {
  return keywords.get(parameter) ?? positional[parameterNames(name).indexOf(parameter)];
}

/** Where the text stands that a value comes from. Of a key it is that of its last part: prefixes have steps of their own. */
export function literalOf(value: Value | undefined): Location | undefined {
  switch (value?.kind) {
    case "str":
    case "int":
    case "bool":
    case "float":
      return value.origin?.path ? value.origin : undefined;
    case "list":
    case "tuple":
      return value.items.length === 1 ? literalOf(value.items[0]) : undefined;
    case "object": {
      const path = value.type === "dagster.AssetKey" ? value.fields.get("path") : undefined;
      return path?.kind === "list" ? literalOf(path.items.at(-1)) : undefined;
    }
    default:
      return undefined;
  }
}

/** A key whose last part is the name of the function, a docstring that is there, parameters that load something. */
function saysIt({ field }: FieldRule, { definition, name }: FunctionValue, shown: unknown): boolean {
  if (definition.kind !== "function") return false;
  if (field === "key") return typeof shown === "string" && (shown === name || shown.endsWith(`/${name}`));
  return field === "description" ? definition.docstring !== undefined : definition.parameters.length > 0 || field === "ops";
}

function functionPlace({ field }: FieldRule, { definition, file }: FunctionValue): Location {
  if (definition.kind !== "function") return { path: file.path, start: definition.start, end: definition.end };
  const span =
    field === "description" && definition.docstring
      ? definition.docstring
      : field === "deps" || field === "resources"
        ? definition.parametersSpan
        : definition.nameSpan;
  return { path: file.path, start: span.start, end: span.end };
}
