/**
 * Parameters that are known to hold a context of Dagster's, of any function in the files of a location: by the annotation, by the decorator, or by the
 * method of an I/O manager. What is passed on without an annotation is not followed.
 */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { Expression } from "../../../syntax/expression.ts";
import type { ClassDefinition, FunctionDefinition, Statement } from "../../../syntax/statement.ts";
import { walk } from "../../../syntax/walk.ts";
import { mentions } from "../functions/mentions.ts";
import { annotationOf } from "../functions/parameter-mistake.ts";
import { parametersNamed } from "../functions/parameters.ts";
import { importsOfDagster, qualifiedName, visitCodeWith } from "../names/written-names.ts";

export interface ContextParameter {
  readonly name: string;
  /** `dagster.OutputContext`. */
  readonly type: string;
  readonly file: SourceFile;
  readonly definition: FunctionDefinition;
}

/** Of a function under it, without an annotation that says otherwise. */
const BY_DECORATOR: readonly (readonly [decorator: string, type: string])[] = [
  ["dagster.asset", "dagster.AssetExecutionContext"],
  ["dagster.multi_asset", "dagster.AssetExecutionContext"],
  ["dagster.op", "dagster.OpExecutionContext"],
  ["dagster.sensor", "dagster.SensorEvaluationContext"],
  ["dagster.resource", "dagster.InitResourceContext"],
];

const BY_METHOD: ReadonlyMap<string, string> = new Map([
  ["handle_output", "dagster.OutputContext"],
  ["load_input", "dagster.InputContext"],
]);

/** Of functions whose text matches `used`, which has no flags. */
export function contextParameters(location: LoadedLocation, used: RegExp): readonly ContextParameter[] {
  const decorated = new Map(decoratedParameters(location, used).map((parameter) => [parameter.definition, parameter]));
  const annotated = [...location.files.values()].flatMap((file) => writtenParameters(file, used, location));
  return [...decorated.values(), ...annotated.filter(({ definition }) => !decorated.has(definition))];
}

function decoratedParameters(location: LoadedLocation, used: RegExp): readonly ContextParameter[] {
  return BY_DECORATOR.flatMap(([decorator, type]) =>
    parametersNamed(location, "context", decorator).flatMap(
      ({ parameter, index, decoration: { function: fn } }): readonly ContextParameter[] => {
        if (index > 0 || fn.definition.kind !== "function" || !mentions(fn, used)) return [];
        const annotation = annotationOf(parameter, location.interpreter);
        const named = annotation?.kind === "symbol" ? annotation.name : undefined;
        return annotation && named === undefined
          ? []
          : [{ name: "context", type: named ?? type, file: fn.file, definition: fn.definition }];
      },
    ),
  );
}

function writtenParameters(file: SourceFile, used: RegExp, location: LoadedLocation): readonly ContextParameter[] {
  const found: ContextParameter[] = [];
  const add = (definition: FunctionDefinition, around: ClassDefinition | undefined): void => {
    const { body } = definition;
    if (!used.test(file.text.slice(body.start, body.end))) return;
    const imported = importsOfDagster(file.tree.body);
    for (const { name, annotation } of definition.parameters) {
      const inferred = name === "context" && around ? typeInManager(definition, around) : undefined;
      const type = annotation ? typeOf(annotation, imported) : inferred;
      if (type !== undefined) found.push({ name, type, file, definition });
    }
  };
  visitCodeWith(used, file, location, (statements) => visitFunctions(statements, add));
  return found;
}

/** Each with the class whose method it is. */
function visitFunctions(
  statements: readonly Statement[],
  visit: (definition: FunctionDefinition, around: ClassDefinition | undefined) => void,
): void {
  const classes = new Map<Statement, ClassDefinition>();
  walk(statements, (node) => {
    if (node.kind === "class") for (const statement of node.body) classes.set(statement, node);
    if (node.kind === "function") visit(node, classes.get(node));
    return undefined;
  });
}

function typeOf(annotation: Expression, imported: ReadonlyMap<string, string>): string | undefined {
  if (annotation.kind !== "string") return qualifiedName(annotation, imported);
  const [first = "", ...members] = annotation.value.trim().split(".");
  const of = imported.get(first);
  return of === undefined ? undefined : [of, ...members].join(".");
}

function typeInManager({ name }: FunctionDefinition, { args }: ClassDefinition): string | undefined {
  const bases = args.map(({ value }) => (value.kind === "attribute" ? value.name : value.kind === "name" ? value.id : ""));
  return bases.some((base) => base.endsWith("IOManager")) ? BY_METHOD.get(name) : undefined;
}
