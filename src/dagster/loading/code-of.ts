/**
 * The code behind a definition, as one hash: the body of its function without comments, layout and docstring, and the bodies of the functions and classes of
 * the repository that it calls, however deep. Where a definition stands and what its decorator says make no difference.
 */
import { stableHashOf } from "../../base/hash/stable-hash.ts";
import type { Machine } from "../../python/machine.ts";
import type { ClassValue, FunctionValue, Scope, Value } from "../../python/value.ts";
import { codeFingerprint, namesUsed } from "../../syntax/code-hash.ts";
import type { PythonParser } from "../../syntax/python-parser.ts";
import type { Statement } from "../../syntax/statement.ts";

/** More helpers than this say nothing more: a change behind them counts as none. */
const MOST_HELPERS = 200;

export interface CodeReader {
  /** 32 hexadecimal digits; memoised for each function. */
  hashOf(fn: FunctionValue): string;
  /** Of the text of a whole file. */
  hashOfScript(text: string): string;
}

export function createCodeReader(machine: Machine, parser: PythonParser): CodeReader {
  const own = new Map<FunctionValue | ClassValue, string>();
  const helpers = new Map<FunctionValue, readonly (FunctionValue | ClassValue)[]>();
  const whole = new Map<FunctionValue, string>();

  function ownHash(code: FunctionValue | ClassValue): string {
    let hash = own.get(code);
    if (hash === undefined) {
      hash = code.kind === "class" ? classHash(code, parser) : bodyHash(code, machine, parser);
      own.set(code, hash);
    }
    return hash;
  }

  function helpersOf(fn: FunctionValue): readonly (FunctionValue | ClassValue)[] {
    let found = helpers.get(fn);
    if (!found) {
      found = calledBy(fn, machine);
      helpers.set(fn, found);
    }
    return found;
  }

  return {
    hashOf(fn) {
      const known = whole.get(fn);
      if (known !== undefined) return known;
      const seen = new Set<FunctionValue | ClassValue>([fn]);
      const pending: FunctionValue[] = [fn];
      for (let next = pending.pop(); next && seen.size < MOST_HELPERS; next = pending.pop()) {
        for (const helper of helpersOf(next)) {
          if (seen.has(helper)) continue;
          seen.add(helper);
          if (helper.kind === "function") pending.push(helper);
        }
      }
      seen.delete(fn);
      const hash = stableHashOf([ownHash(fn), ...[...seen].map(ownHash).sort()]);
      whole.set(fn, hash);
      return hash;
    },
    hashOfScript: (text) => codeFingerprint(text, { start: 0, end: text.length }, parser, { withoutDocstrings: true }),
  };
}

function bodyHash(fn: FunctionValue, machine: Machine, parser: PythonParser): string {
  const { definition, file } = fn;
  if (definition.kind === "lambda") return codeFingerprint(file.text, definition, parser);
  const statements = machine.bodyOf(fn);
  const code = statements[0] && isDocstring(statements[0]) ? statements.slice(1) : statements;
  const [first, last] = [code[0], code.at(-1)];
  return first && last ? codeFingerprint(file.text, { start: first.start, end: last.end }, parser, { withoutDocstrings: true }) : "";
}

function classHash(cls: ClassValue, parser: PythonParser): string {
  return codeFingerprint(cls.file.text, cls.definition, parser, { withoutDocstrings: true });
}

function isDocstring(statement: Statement): boolean {
  return statement.kind === "expression-statement" && statement.value.kind === "string";
}

/** Functions and classes of the repository that the names in a body lead to. */
function calledBy(fn: FunctionValue, machine: Machine): readonly (FunctionValue | ClassValue)[] {
  const statements = machine.bodyOf(fn);
  const names = namesUsed(statements, (inner) => machine.statementsOf(fn.file, inner));
  return names.flatMap((name) => {
    const value = lookUp(name.split("."), fn.closure);
    return value?.kind === "function" || value?.kind === "class" ? [value] : [];
  });
}

function lookUp([first = "", ...rest]: readonly string[], scope: Scope): Value | undefined {
  let value: Value | undefined;
  for (let at: Scope | undefined = scope; at && value === undefined; at = at.parent) value = at.names.get(first);
  for (const name of rest) {
    if (value?.kind === "module") value = value.scope.names.get(name);
    else return value;
  }
  return value;
}
