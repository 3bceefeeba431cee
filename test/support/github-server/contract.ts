/**
 * GitHub's own OpenAPI description, held against every request and every answer. A difference is a *violation*: the code under test sent
 * what GitHub does not take, or this server said what GitHub does not say. Either way the test that caused it must fail.
 */
import { Ajv, type ValidateFunction } from "ajv";
import description from "./openapi.generated.json" with { type: "json" };

export interface OperationDescription {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, object>>;
  readonly request: object | null;
  readonly responses: Readonly<Record<string, object | null>>;
}

export const OPERATIONS: Readonly<Record<string, OperationDescription>> = description.operations;

/** Answers that GitHub gives to any operation, described or not. */
const ALWAYS_POSSIBLE = new Set(["301", "304", "401", "403", "404", "410", "422", "429", "500", "502", "503"]);
/** Where GitHub itself departs from its description: the repository of a deleted fork is null. */
const DEPARTURES = [/\/head\/repo must be object/];
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const URI = /^[a-z][a-z0-9+.-]*:\S+$/i;

const ajv = new Ajv({ strict: false, allErrors: true, verbose: false, coerceTypes: false });
ajv.addFormat("date-time", DATE_TIME);
ajv.addFormat("uri", URI);
for (const ignored of ["int64", "repo.nwo", "timestamp", "email"]) ajv.addFormat(ignored, true);
ajv.addSchema({ $id: "github", ...description });

const compiled = new Map<string, ValidateFunction>();

function check(pointer: string, value: unknown): readonly string[] {
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `github#/operations/${pointer}` });
  compiled.set(pointer, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
}

/** What GitHub would not take: a wrong type, a missing field, and also a field or parameter that it would silently ignore. */
export function requestViolations(operation: string, query: URLSearchParams, body: unknown): readonly string[] {
  const described = OPERATIONS[operation];
  if (described === undefined) return [`no operation ${operation}`];
  const unknownParameters = [...query.keys()].filter((name) => described.query[name] === undefined);
  const found = unknownParameters.map((name) => `query parameter ${name} does not exist`);
  if (described.request === null) return found;
  const known = new Set(propertyNames(described.request));
  const fields = typeof body === "object" && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
  found.push(...fields.filter((field) => known.size > 0 && !known.has(field)).map((field) => `field ${field} does not exist`));
  if (body === undefined && !("required" in described.request)) return found;
  return [...found, ...check(`${pointerStep(operation)}/request`, body)];
}

export function responseViolations(operation: string, status: number, body: unknown): readonly string[] {
  const schema = OPERATIONS[operation]?.responses[String(status)];
  if (schema === undefined) return ALWAYS_POSSIBLE.has(String(status)) ? [] : [`status ${status} is not described`];
  if (schema === null) return [];
  const found = check(`${pointerStep(operation)}/responses/${status}`, body);
  return found.filter((violation) => !DEPARTURES.some((departure) => departure.test(violation)));
}

function pointerStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

interface ObjectSchema {
  readonly properties?: object;
  readonly oneOf?: readonly ObjectSchema[];
  readonly anyOf?: readonly ObjectSchema[];
}

function propertyNames(schema: ObjectSchema): readonly string[] {
  const nested = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap(propertyNames);
  return [...Object.keys(schema.properties ?? {}), ...nested];
}
