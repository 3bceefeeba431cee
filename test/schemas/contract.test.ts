/** The JSON Schemas and the TypeScript contracts say the same: members, which are optional, literals, and what refers to what. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  definitionName,
  linesOfSchema,
  linesOfType,
  openObjects,
  readTypeDeclarations,
  type TypeDeclaration,
} from "../support/type-shape.ts";
import { compileSchema, readSchema, SCHEMA_NAMES, type SchemaName } from "../support/validate-document.ts";

const FILES = ["graph-document", "explanation", "review-report", "change-document", "configuration", "templates"];

const declarations = new Map<string, TypeDeclaration>(
  FILES.flatMap((file) => [...readTypeDeclarations(readFileSync(new URL(`../../src/types/${file}.ts`, import.meta.url), "utf8"))]),
);
const interfaces = new Set([...declarations].filter(([, declaration]) => declaration.isInterface).map(([name]) => name));

const ROOTS: Readonly<Record<SchemaName, string>> = {
  "graph-document": "GraphDocument",
  explanation: "ExplanationDocument",
  "review-report": "ReviewReport",
  "check-report": "CheckReport",
  "change-document": "ChangeDocument",
  configuration: "ConfigurationFile",
  templates: "TemplateCatalogue",
};

/** Interfaces that a schema names differently, or that only lend their members to others. */
const OTHER_NAMES: Readonly<Record<string, string>> = { ReviewedRepository: "repository" };
const NO_DEFINITION = new Set(["Sourced", "FieldBase", "Configuration", "PathSelection", "CommentConfiguration", "CheckConfiguration"]);
for (const name of ["HealthConfiguration", "ScaffoldConfiguration", "SuppressionConfiguration", "ThresholdConfiguration"])
  NO_DEFINITION.add(name);

interface Document {
  readonly $defs?: Readonly<Record<string, object>>;
}

const documents = new Map(SCHEMA_NAMES.map((name) => [name, readSchema(name) as Document]));

/** `-> ReviewedRepository` on one side is `-> Repository` on the other, and a partial section is written out in the schema. */
function typeLines(name: string): string[] {
  const inlined = linesOfType(declarations, name).flatMap((line) => {
    const [path = "", target = ""] = line.split(" -> ");
    if (!NO_DEFINITION.has(target)) return [line];
    return linesOfType(declarations, target).map((inner) => path + inner.replace(/(\/[\w-]+)$/, "$1?"));
  });
  return inlined.sort();
}

describe("the schemas", () => {
  it.each(SCHEMA_NAMES)("%s compiles", (name) => {
    expect(compileSchema(name)).toBeTypeOf("function");
  });

  it.each(SCHEMA_NAMES)("%s lets no unknown property through", (name) => {
    expect(openObjects(readSchema(name))).toEqual([]);
  });

  it.each(Object.entries(ROOTS))("%s is the type %s", (schema, type) => {
    const document = documents.get(schema as SchemaName) as Document;
    const lines = linesOfSchema(document, document, interfaces, OTHER_NAMES);
    expect(lines).toEqual(typeLines(type));
    expect(lines.length).toBeGreaterThan(0);
  });

  it.each([...interfaces].filter((name) => !Object.values(ROOTS).includes(name) && !NO_DEFINITION.has(name)))(
    "define %s as its type does",
    (name) => {
      const key = OTHER_NAMES[name] ?? definitionName(name);
      const [document] = [...documents.values()].filter(({ $defs }) => $defs?.[key] !== undefined);
      const lines = linesOfSchema(document ?? {}, document?.$defs?.[key] ?? {}, interfaces, OTHER_NAMES);
      expect(lines).toEqual(typeLines(name));
      expect(lines.length).toBeGreaterThan(0);
    },
  );
});
