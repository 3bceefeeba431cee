/**
 * The abstract interpreter of one code location: its modules, its budget, where it stands, and what it met.
 * It evaluates module-level code with Python's own rules and never runs anything of the repository.
 *
 * The work is in the families beside it (`evaluate/`, `execute/`, `call/`, `attribute/`); this holds the state they share,
 * and is what library models see as `Interpreter`.
 */
import type { SourceTree } from "../base/source-tree.ts";
import type { Location } from "../base/span.ts";
import type { Expression } from "../syntax/expression.ts";
import type { FunctionDefinition, Statement } from "../syntax/statement.ts";
import { attributeOf } from "./attribute/attribute-of.ts";
import { derivesFrom, isInstanceOf } from "./attribute/inheritance.ts";
import { OutOfSteps } from "./budget.ts";
import { callValue } from "./call/call-value.ts";
import { CallLog } from "./call-log.ts";
import { evaluateAnnotation } from "./evaluate/annotation.ts";
import { evaluateExpression } from "./evaluate/expression.ts";
import { iterateValue } from "./evaluate/iteration.ts";
import { equalValues } from "./evaluate/operators/equality.ts";
import { truthOf } from "./evaluate/operators/truth.ts";
import { subscriptOf } from "./evaluate/subscript.ts";
import { stringOf } from "./evaluate/text/stringify.ts";
import type { ClassParts } from "./execute/class/make-class.ts";
import type { Completion } from "./execute/completion.ts";
import type { Catcher } from "./execute/possible-raise.ts";
import { executeBlock } from "./execute/statement.ts";
import { readTextOfFile } from "./files/read-text.ts";
import type { SourceFile } from "./files/source-file.ts";
import { toRepositoryPath } from "./files/virtual-path.ts";
import { type Frame, newFrame } from "./frame.ts";
import type { Interpreter } from "./interpreter.ts";
import type { CallArguments, CallContext } from "./library.ts";
import type { LibraryCall } from "./library-call.ts";
import type { MachineOptions } from "./machine-options.ts";
import { NOWHERE, str } from "./make-value.ts";
import { Modules } from "./modules.ts";
import type { ClassValue, FunctionValue, LibraryObject, Scope, Unknown, UnknownReason, Value, Verdict } from "./value.ts";
import { EQUALITY_FIELD } from "./values/hash-key.ts";

/** Something of the repository that would stop the load in real Python. */
export interface LoadProblem {
  readonly at: Location;
  readonly message: string;
  /** What is not known, where that is why it stops; absent when it raises. */
  readonly gap?: Unknown;
}

export class Machine implements Interpreter {
  readonly options: MachineOptions;
  readonly modules: Modules;
  /** Every library object that was made, in order. */
  readonly objects: LibraryObject[] = [];
  readonly log = new CallLog();
  /** Files that were asked for and are not loaded yet. */
  readonly needs = new Set<string>();
  readonly problems: LoadProblem[] = [];
  /** How many annotations are being evaluated within each other. */
  annotationDepth = 0;
  /** A function that yields what is loaded runs, after the modules. */
  isEntryRunning = false;
  /** Environment variables that the code has set itself; absent in it means taken away. */
  readonly variables = new Map<string, Value | undefined>();
  /** Where absolute imports are looked up now. */
  readonly searchPath: string[];
  /** Undecidable conditions that hold where evaluation stands, outermost first. */
  readonly conditions: Unknown[] = [];
  /** Assumptions of the environment under which the present branch was taken. */
  readonly assumptions: string[] = [];
  /** Places of the calls that lead to where evaluation stands. */
  readonly callers: Location[] = [];
  /** Class statements whose metaclass is at work, innermost last. */
  readonly classStatements: { readonly metaclass: ClassValue; readonly parts: ClassParts }[] = [];
  /** Nesting of `try` statements that would catch an import error. */
  tryDepth = 0;
  /** The `try` statements whose bodies are running, innermost last. */
  readonly catchers: Catcher[] = [];
  private stepsLeft: number;
  /** What the call that is running must leave over. */
  private stepsReserved = 0;
  private readonly frames: Frame[] = [];
  private readonly bodies = new Map<FunctionDefinition, readonly Statement[]>();

  constructor(options: MachineOptions) {
    this.options = options;
    this.stepsLeft = options.budget.steps;
    this.searchPath = [...options.searchPath];
    this.modules = new Modules(this);
  }

  get tree(): SourceTree {
    return this.options.tree;
  }

  get environment(): ReadonlyMap<string, string> {
    return this.options.environment;
  }

  /** What is left of the budget's steps; not below zero. */
  get remainingSteps(): number {
    return Math.max(0, this.stepsLeft);
  }

  /** Counts one step of the budget. */
  step(): void {
    this.stepsLeft -= 1;
    if (this.stepsLeft < this.stepsReserved) throw new OutOfSteps();
  }

  /** Runs a call that module-level code makes within its own share of the steps; `undefined` when it used that up. */
  withinShare<Result>(work: () => Result): Result | undefined {
    const { stepsReserved } = this;
    this.stepsReserved = Math.max(stepsReserved, this.stepsLeft - this.options.budget.stepsOfCall);
    try {
      return work();
    } catch (thrown) {
      // Beyond what the engine itself can hold: a stack, a text, an array.
      if (thrown instanceof RangeError) return undefined;
      if (!(thrown instanceof OutOfSteps) || this.stepsLeft < stepsReserved) throw thrown;
      return undefined;
    } finally {
      this.stepsReserved = stepsReserved;
    }
  }

  evaluate(expression: Expression, frame: Frame): Value {
    return evaluateExpression(this, expression, frame);
  }

  /** Runs statements; how they left, unless normally. */
  execute(body: readonly Statement[], frame: Frame): Completion | undefined {
    return executeBlock(this, body, frame);
  }

  call(callee: Value, args: CallArguments, at: Location): Value {
    return callValue(this, callee, { args, at, interpreter: this });
  }

  /** Notes a call of a library and what comes of it. */
  recordCall(name: string, context: CallContext, work: () => Value, callee: Pick<LibraryCall, "subclass" | "receiver"> = {}): Value {
    const condition = this.conditions.at(-1);
    const guarded = this.tryDepth > 0;
    return this.log.record({ name, guarded, ...callee, ...(condition && { condition }) }, context, work);
  }

  /** Code runs because a module is imported or its definitions are asked for, and not an annotation that Python may never evaluate. */
  get isLoading(): boolean {
    return this.annotationDepth === 0 && (this.isEntryRunning || this.modules.isAnyExecuting);
  }

  attribute(object: Value, name: string, at: Location): Value {
    return attributeOf(this, object, name, at);
  }

  subscript(object: Value, index: Value, at: Location): Value {
    return subscriptOf(this, object, index, at);
  }

  iterate(value: Value, at: Location): { readonly items: readonly Value[]; readonly gap?: Unknown } {
    return iterateValue(this, value, at);
  }

  truth(value: Value): Verdict {
    return truthOf(this, value);
  }

  equal(left: Value, right: Value): Verdict {
    return equalValues(left, right);
  }

  toStr(value: Value, at: Location): Value {
    return stringOf(this, value, at);
  }

  exportsOf(module: string): ReadonlySet<string> | undefined {
    return this.options.library.exports?.get(module);
  }

  isInstance(value: Value, type: string): boolean {
    return isInstanceOf(this.options.library, value, type);
  }

  isSubclass(value: Value, type: string): boolean {
    return derivesFrom(this.options.library, value, type);
  }

  annotation(expression: Expression, scope: Scope): Value {
    return evaluateAnnotation(this, expression, scope);
  }

  evaluateIn(expression: Expression, scope: Scope): Value {
    const { file } = scope.module;
    if (!file) return this.unknown("unsupported", "the expression has no file", { path: "", start: expression.start, end: expression.end });
    return this.inFrame(newFrame(scope, file), (frame) => evaluateExpression(this, expression, frame));
  }

  parseExpression(text: string): Expression | undefined {
    return this.options.reader.expression(text);
  }

  importModule(name: string, at: Location): Value {
    return this.modules.importAbsolute(name, at);
  }

  moduleOfFile(path: string, at: Location): Value | undefined {
    return this.modules.ofFile(path, at);
  }

  readText(path: string, at: Location): string | Unknown {
    return readTextOfFile(this, path, at);
  }

  /** The path in the repository that a path of the process leads to; `undefined` outside of it. */
  repositoryPath(path: string): string | undefined {
    return toRepositoryPath(path, this.options.workingDirectory) ?? this.options.deployedPath?.(path);
  }

  unknown(reason: UnknownReason, message: string, at: Location, cause?: Unknown): Unknown {
    return cause ? { kind: "unknown", reason, message, at, cause } : { kind: "unknown", reason, message, at };
  }

  refuse(gap: Unknown): void {
    if (this.conditions.length > 0 || this.tryDepth > 0 || !this.modules.runsForCertain) return;
    this.problems.push({ at: gap.at, message: gap.message, gap });
  }

  object(
    type: string,
    fields: Iterable<readonly [string, Value]>,
    made: { readonly at: Location; readonly args?: CallArguments; readonly payload?: unknown },
  ): LibraryObject {
    const byName = fields instanceof Map ? fields : new Map(fields);
    const equality = this.options.library.types.get(type)?.equality?.(byName);
    if (equality !== undefined) byName.set(EQUALITY_FIELD, str(equality));
    const condition = this.conditions.at(-1);
    const object: LibraryObject = {
      kind: "object",
      type,
      fields: byName,
      at: made.at,
      ...(made.args && { args: made.args }),
      ...(made.payload !== undefined && { payload: made.payload }),
      ...(condition && { condition }),
      ...(this.assumptions.length > 0 && { assumes: [...new Set(this.assumptions)] }),
      ...(this.callers.length > 0 && { trace: this.callers.slice(-8) }),
    };
    this.objects.push(object);
    return object;
  }

  currentModule(): Value {
    return this.frames.at(-1)?.scope.module ?? this.unknown("unsupported", "no module is running", NOWHERE);
  }

  /** The namespace of the code that is running: of its function, its class body or its module. */
  currentScope(): Scope | undefined {
    return this.frames.at(-1)?.scope;
  }

  bodyOf(fn: FunctionValue): readonly Statement[] {
    return fn.definition.kind === "lambda" ? [] : this.statementsOf(fn.file, fn.definition);
  }

  /** A deferred body, lowered once. */
  statementsOf(file: SourceFile, definition: FunctionDefinition): readonly Statement[] {
    let body = this.bodies.get(definition);
    if (!body) {
      body = this.options.reader.body(file, definition);
      this.bodies.set(definition, body);
    }
    return body;
  }

  /** Runs `work` in a new frame, so that `currentModule` answers for it. */
  inFrame<Result>(frame: Frame, work: (frame: Frame) => Result): Result {
    this.frames.push(frame);
    try {
      return work(frame);
    } finally {
      this.frames.pop();
    }
  }

  /** Ends the conditions above `depth`, but not those under which the body of a `try` that is running goes on. */
  restoreConditions(depth: number): void {
    this.conditions.length = depth;
    for (const { doubt } of this.catchers) if (doubt && !this.conditions.includes(doubt)) this.conditions.push(doubt);
  }

  /** Runs `work` under a condition that nobody can decide. */
  under<Result>(condition: Unknown, work: () => Result): Result {
    const depth = this.conditions.length;
    this.conditions.push(condition);
    try {
      return work();
    } finally {
      this.restoreConditions(depth);
    }
  }

  /** Runs `work` in a branch that was chosen because of what is assumed of the environment. */
  assuming<Result>(assumes: readonly string[] | undefined, work: () => Result): Result {
    if (!assumes?.length) return work();
    const depth = this.assumptions.length;
    this.assumptions.push(...assumes);
    try {
      return work();
    } finally {
      this.assumptions.length = depth;
    }
  }
}
