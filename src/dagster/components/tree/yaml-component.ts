/**
 * One document of a component's YAML: its class is looked up, its attributes are resolved into an instance, and the instance builds definitions.
 * Whatever goes wrong is an unknown at its place in the YAML; the other documents are read.
 */
import type { Location } from "../../../base/span.ts";
import type { CallContext } from "../../../python/library.ts";
import { describeException, PythonRaise } from "../../../python/python-raise.ts";
import { valueOfNode } from "../../../python/stdlib/filesystem/document-formats.ts";
import type { ClassValue, ModuleValue, SymbolValue, Unknown, Value } from "../../../python/value.ts";
import { signatureOfFunction } from "../../library/function-signature.ts";
import type { Refusal } from "../../library/refusal.ts";
import { argumentsOf } from "../../library/signature.ts";
import { TEMPLATE_VAR } from "../component-marks.ts";
import { postProcess } from "../post-processing.ts";
import { modelOf } from "../resolve/core-models.ts";
import { OPEN_SCOPE, type Resolution, withScope } from "../template/resolution.ts";
import { BASE_SCOPE, loadingScope } from "../template/scope.ts";
import { problemOfClass, refuseComponent } from "./component-refusals.ts";
import type { ComponentTree, TreePlace } from "./component-tree.ts";
import { additionalScope, loadInstance } from "./load-class.ts";
import { loadContextObject } from "./load-context.ts";
import { buildComponent } from "./python-file.ts";
import { classNameOf, type Stamp, stampComponent } from "./stamp.ts";
import { type ComponentDocument, type ComponentFile, readComponentFile } from "./yaml-file.ts";

export interface LoadedComponent {
  /** The instance, or why it is not known. */
  readonly component: Value;
  /** Its definitions, post-processed. */
  build(): Value;
}

/** What a component builds that stands for its folder: every entry of it, with the names that its templates inherit. */
export type BuildFolder = (scope: ReadonlyMap<string, Value>) => Value;

const DEFS_FOLDER = "dagster.DefsFolderComponent";

export function loadComponents(path: string, place: TreePlace, tree: ComponentTree, buildFolder: BuildFolder): readonly LoadedComponent[] {
  const file = readComponentFile(path, { ...tree.context, at: { path, start: 0, end: 0 } });
  return file.documents.map((document, index) => {
    if (document.kind === "unknown") return { component: document, build: () => document };
    const at: Location = { path, start: document.type.span.start, end: document.type.span.end };
    return guarded(at, tree.context, () => loadDocument({ document, file, index, at }, place, tree, buildFolder));
  });
}

function guarded(at: Location, { interpreter }: CallContext, load: () => LoadedComponent): LoadedComponent {
  try {
    return load();
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    const gap = interpreter.unknown("runtime-input", `loading this component raises ${describeException(thrown.exception)}`, at);
    return { component: gap, build: () => gap };
  }
}

interface Document {
  readonly document: ComponentDocument;
  readonly file: ComponentFile;
  readonly index: number;
  /** Where the type is named. */
  readonly at: Location;
}

function loadDocument(given: Document, place: TreePlace, tree: ComponentTree, buildFolder: BuildFolder): LoadedComponent {
  const { document, file, at } = given;
  const context: CallContext = { ...tree.context, at };
  const cls = componentClass(document, place, context);
  if (cls.kind === "unknown") return { component: cls, build: () => cls };
  const loading = loadContextObject(place, tree);
  const injected = [...staticTemplateVars(cls, loading, context), ...moduleTemplateVars(document, { place, file, loading }, context)];
  const own = cls.kind === "class" ? additionalScope(cls, context) : [];
  const scope = new Map([...BASE_SCOPE, ...own, ...place.scope, ...injected]);
  const resolution: Resolution = { context, module: file.module, scope, loading, schemas: tree.schemas };
  const stamp = { className: classNameOf(cls), inYaml: true };
  const finish = (definitions: Value, own: Partial<Stamp>): Value =>
    postProcessed(stampComponent(definitions, { ...stamp, ...own }), document, resolution);
  if (cls.kind === "symbol" && cls.name === DEFS_FOLDER) {
    const build = (): Value => finish(buildFolder(new Map([...place.scope, ...injected])), {});
    return { component: { kind: "object", type: DEFS_FOLDER, fields: new Map(loading.fields), at }, build };
  }
  const component = instanceOf(cls, document, resolution);
  if (component.kind === "unknown" && component.refusal) context.interpreter.refuse(component);
  const origin = { component: componentPath(given, place, tree), at };
  return { component, build: () => finish(component.kind === "unknown" ? component : buildComponent(component, loading, context), origin) };
}

function componentPath({ index, file }: Document, place: TreePlace, tree: ComponentTree): string {
  const below = place.path.slice(tree.defsFolder.length + 1);
  return file.documents.length > 1 ? `${below}[${index}]` : below;
}

/** The class or the library's symbol that `type` names; a leading dot starts from the folder. */
function componentClass(
  { type, attributes }: ComponentDocument,
  place: TreePlace,
  context: CallContext,
): ClassValue | SymbolValue | Unknown {
  const name = type.name.startsWith(".") ? `${place.module}${type.name}` : type.name;
  const dot = name.lastIndexOf(".");
  const { interpreter, at } = context;
  if (dot <= 0) return refuseComponent(context, noComponent(`\`${name}\` is no dotted path`));
  const module = interpreter.importModule(name.slice(0, dot), at);
  const cls = module.kind === "unknown" ? module : interpreter.attribute(module, name.slice(dot + 1), at);
  if (cls.kind === "unknown")
    return isMissing(cls) ? refuseComponent(context, noComponent(`\`${name}\` cannot be imported: ${cls.message}`), cls) : cls;
  if (cls.kind === "symbol") return cls;
  if (cls.kind !== "class") return refuseComponent(context, noComponent(`\`${name}\` is no class`));
  const problem = problemOfClass(cls, attributes !== undefined, context);
  return problem === undefined ? cls : refuseComponent(context, problem);
}

function noComponent(problem: string): Refusal {
  return { kind: "no-component", problem };
}

/** A module or a name of the repository that is not there. */
function isMissing({ reason }: Unknown): boolean {
  return reason === "unresolved-import";
}

function instanceOf(cls: ClassValue | SymbolValue, document: ComponentDocument, resolution: Resolution): Value {
  const { context, module } = resolution;
  const attributes = document.attributes && valueOfNode(document.attributes, module.file?.path);
  if (cls.kind === "symbol") {
    const schema = resolution.schemas.get(cls.name);
    if (!schema) return context.interpreter.unknown("external-library", `what a \`${cls.name}\` builds is not known`, context.at);
    const inner = withScope(resolution, loadingScope(resolution.loading, context));
    return modelOf(cls.name, schema)(attributes ?? valueOfNode(EMPTY, undefined), inner);
  }
  return loadInstance(cls, attributes, resolution);
}

const EMPTY = { kind: "mapping", span: { start: 0, end: 0 }, entries: [] } as const;

function postProcessed(definitions: Value, { postProcessing }: ComponentDocument, resolution: Resolution): Value {
  if (!postProcessing) return definitions;
  return postProcess(definitions, valueOfNode(postProcessing, resolution.module.file?.path), resolution);
}

/** `@staticmethod @template_var` functions of the class. */
function staticTemplateVars(cls: ClassValue | SymbolValue, loading: Value, context: CallContext): readonly (readonly [string, Value])[] {
  if (cls.kind !== "class") return [];
  return [...cls.namespace].flatMap(([name, value]) => {
    const fn = value.kind === "object" ? value.fields.get("function") : undefined;
    return fn?.kind === "function" && fn.attributes.has(TEMPLATE_VAR) ? [[name, callTemplateVar(fn, loading, context)] as const] : [];
  });
}

interface Around {
  readonly place: TreePlace;
  readonly file: ComponentFile;
  readonly loading: Value;
}

/** The functions marked `@template_var` of the module that the document names. */
function moduleTemplateVars(
  { templateVarsModule }: ComponentDocument,
  { place, file, loading }: Around,
  context: CallContext,
): readonly (readonly [string, Value])[] {
  if (!templateVarsModule) return [];
  const { name, span } = templateVarsModule;
  const at = { path: file.path, start: span.start, end: span.end };
  const absolute = name.startsWith(".") ? `${place.module}${name}` : name;
  const here = { ...context, at };
  const module = context.interpreter.importModule(absolute, at);
  if (module.kind === "unknown" && isMissing(module))
    refuseComponent(here, { kind: "template-vars", problem: `the module \`${absolute}\` of template variables is not there` });
  if (module.kind !== "module") return [[OPEN_SCOPE, module]];
  const variables = templateVarsOf(module);
  const open = hasUnread(module) ? [[OPEN_SCOPE, module] as const] : [];
  if (variables.length === 0 && open.length === 0)
    refuseComponent(here, { kind: "template-vars", problem: `no template variable is in the module \`${absolute}\`` });
  return [...open, ...variables.map(([variable, fn]) => [variable, callTemplateVar(fn, loading, here)] as const)];
}

function templateVarsOf(module: ModuleValue): readonly (readonly [string, Value])[] {
  return [...module.scope.names].filter(([, value]) => value.kind === "function" && value.attributes.has(TEMPLATE_VAR));
}

/** Some name of it is not known: it may be a template variable. */
function hasUnread({ scope }: ModuleValue): boolean {
  return [...scope.names.values()].some(({ kind }) => kind === "unknown" || kind === "one-of");
}

function callTemplateVar(fn: Value, loading: Value, context: CallContext): Value {
  const { interpreter, at } = context;
  const { parameters } = signatureOfFunction(fn, interpreter, at);
  if (parameters.length > 1)
    return refuseComponent(context, { kind: "template-vars", problem: `a template variable has ${parameters.length} parameters` });
  const takesContext = parameters.length > 0;
  return interpreter.call(fn, takesContext ? argumentsOf({ value: loading, at }) : argumentsOf(), at);
}
