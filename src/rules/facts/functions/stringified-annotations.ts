/** Annotations that Dagster sees as text: quoted ones, and all of a module with `from __future__ import annotations`. */
import type { SignatureParameter } from "../../../dagster/library/function-signature.ts";
import type { FunctionValue } from "../../../python/value.ts";
import type { Module } from "../../../syntax/statement.ts";
import { remember } from "../remember.ts";

export function isText(parameter: SignatureParameter): boolean {
  if (!parameter.annotation || "value" in parameter.annotation) return false;
  return parameter.annotation.expression.kind === "string" || hasFutureAnnotations(parameter.annotation.function);
}

export function hasFutureAnnotations({ file }: FunctionValue): boolean {
  return importsFutureAnnotations(file.tree);
}

const importsFutureAnnotations = remember(({ body }: Module): boolean =>
  body.some(
    (statement) =>
      statement.kind === "import-from" &&
      statement.level === 0 &&
      statement.module === "__future__" &&
      statement.names !== "*" &&
      statement.names.some(({ name }) => name === "annotations"),
  ),
);
