/** Jinja's tests: `x is defined`, `x is string`. */
import type { TestExpression } from "../../../formats/jinja/syntax.ts";
import { type DbtUnknown, type DbtValue, dbtUnknown, equalValues, isFloat, isMapping, isObject, isUnknown, numberOf } from "../../value.ts";
import { evaluateArguments } from "../call-arguments.ts";
import { contains, orderOf } from "../operators.ts";
import type { JinjaRun, JinjaScope } from "../run.ts";

type Test = (value: DbtValue, argument: DbtValue) => boolean | DbtUnknown;

const isInteger = (value: DbtValue): boolean => typeof value === "number" || typeof value === "bigint";

function ordered(holds: (order: number) => boolean): Test {
  return (value, argument) => {
    const order = orderOf(value, argument);
    return typeof order === "number" ? holds(order) : order;
  };
}

const TESTS: Readonly<Record<string, Test>> = {
  defined: (value) => !(isObject(value) && !value.truth),
  undefined: (value) => isObject(value) && !value.truth,
  none: (value) => value === null,
  string: (value) => typeof value === "string",
  number: (value) => isInteger(value) || isFloat(value) || typeof value === "boolean",
  integer: isInteger,
  float: (value) => isFloat(value),
  boolean: (value) => typeof value === "boolean",
  true: (value) => value === true,
  false: (value) => value === false,
  mapping: (value) => isMapping(value),
  sequence: (value) => typeof value === "string" || Array.isArray(value) || isMapping(value),
  iterable: (value) => typeof value === "string" || Array.isArray(value) || isMapping(value) || (isObject(value) && !value.truth),
  callable: (value) => isObject(value) && value.call !== undefined,
  odd: (value) => (numberOf(value) ?? 0) % 2 !== 0,
  even: (value) => (numberOf(value) ?? 1) % 2 === 0,
  divisibleby: (value, argument) => (numberOf(value) ?? 1) % (numberOf(argument) ?? 1) === 0,
  in: (value, argument) => contains(argument, value),
  lower: (value) => typeof value === "string" && value === value.toLowerCase(),
  upper: (value) => typeof value === "string" && value === value.toUpperCase(),
  sameas: (value, argument) => value === argument,
  eq: equalValues,
  equalto: equalValues,
  ne: (value, argument) => {
    const equal = equalValues(value, argument);
    return typeof equal === "boolean" ? !equal : equal;
  },
  lt: ordered((order) => order < 0),
  le: ordered((order) => order <= 0),
  gt: ordered((order) => order > 0),
  ge: ordered((order) => order >= 0),
  lessthan: ordered((order) => order < 0),
  greaterthan: ordered((order) => order > 0),
};

const ALIASES: Readonly<Record<string, string>> = { "==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge" };

export function applyTest(run: JinjaRun, scope: JinjaScope, expression: TestExpression): DbtValue {
  const value = run.evaluate(scope, expression.operand);
  const { positional } = evaluateArguments(run, scope, expression.arguments);
  return testValue(expression.name, value, positional[0] ?? null);
}

export function testValue(name: string, value: DbtValue, argument: DbtValue): DbtValue {
  if (isUnknown(value)) return value;
  if (isUnknown(argument)) return argument;
  const known = ALIASES[name] ?? name;
  const test = Object.hasOwn(TESTS, known) ? TESTS[known] : undefined;
  return test === undefined ? dbtUnknown("unsupported", `the Jinja test \`${name}\` is not read`) : test(value, argument);
}
