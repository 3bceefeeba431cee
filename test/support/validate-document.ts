/**
 * The published schemas as assertions: every golden document of any test goes through here.
 * Each function answers with the violations, one readable line each; an empty list is a valid document.
 */
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

export type SchemaName =
  | "graph-document"
  | "explanation"
  | "review-report"
  | "check-report"
  | "change-document"
  | "configuration"
  | "templates";

export const SCHEMA_NAMES: readonly SchemaName[] = [
  "graph-document",
  "explanation",
  "review-report",
  "check-report",
  "change-document",
  "configuration",
  "templates",
];

export function readSchema(name: SchemaName): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8"));
}

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
for (const name of SCHEMA_NAMES) ajv.addSchema(readSchema(name));

export function compileSchema(name: SchemaName): ValidateFunction {
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (validate === undefined) throw new Error(`no schema ${name}`);
  return validate as ValidateFunction;
}

/** `["/codeLocations/0/nodes/1 must NOT have additional properties: colour"]`. */
export function violations(name: SchemaName, document: unknown): string[] {
  const validate = compileSchema(name);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const detail = Object.values(params).filter((value) => typeof value === "string" && !(message ?? "").includes(value));
    return `${instancePath || "/"} ${message}${detail.length > 0 ? `: ${detail.join(", ")}` : ""}`;
  });
}

export function validateGraphDocument(document: unknown): string[] {
  return violations("graph-document", document);
}

export function validateExplanation(document: unknown): string[] {
  return violations("explanation", document);
}

export function validateReviewReport(document: unknown): string[] {
  return violations("review-report", document);
}

export function validateCheckReport(document: unknown): string[] {
  return violations("check-report", document);
}
