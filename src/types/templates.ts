/**
 * The template configuration: what one thing is that Dagsight can create in a Dagster project, what it asks for, and what it changes.
 * The same object feeds the issue form (fields in order), `dagsight new` (fields as options), and the plan of edits (steps in order).
 * The text of the code lies apart, in `templates/scaffold/`. Schema: `schemas/templates.schema.json`.
 *
 * Strings marked *template text* are logic-less (`{{field}}`, `{{#if field}}`, `{{#each field}}`): a repository may bring templates of
 * its own, and they are not trusted.
 */

export interface TemplateCatalogue {
  readonly schemaVersion: 1;
  readonly templates: readonly Template[];
}

/** What a template creates, in Dagster's words. */
export type TemplateKind =
  | "asset"
  | "multi-asset"
  | "external-asset"
  | "asset-check"
  | "job"
  | "schedule"
  | "sensor"
  | "resource"
  | "partitions-definition"
  | "component"
  | "definitions"
  | "project";

export interface Template {
  /** Its only identity, kebab-case; names the issue form's file and `dagsight new <name>`: `partitioned-asset`. */
  readonly name: string;
  readonly kind: TemplateKind;
  /** Of the issue form: `New partitioned asset`. */
  readonly title: string;
  /** One sentence: what one gets. */
  readonly description: string;
  /** A PEP 440 specifier set on `dagster` outside of which the template is not offered: `>=1.8`; null: any. */
  readonly dagster: string | null;
  /** Distributions the project must depend on before the template is offered: `dagster-dbt`. */
  readonly requires: readonly string[];
  readonly fields: readonly TemplateField[];
  readonly steps: readonly TemplateStep[];
  /** Answers that pass validation, by field name: they document the template and are its test. */
  readonly example: Readonly<Record<string, FieldAnswer>>;
}

/** `text`, `identifier` and the like give a string, the `-list` kinds a list, `mapping` a map, `boolean` and `integer` themselves. */
export type FieldAnswer = string | boolean | number | readonly string[] | Readonly<Record<string, string>> | null;

export type TemplateField = TextField | ChoiceField | ChoiceListField | BooleanField | IntegerField | ListField | MappingField;

/** What every field has. */
export interface FieldBase {
  /** What template text calls it, and the long option of `dagsight new`: a Python identifier. */
  readonly name: string;
  /** The question's heading in the issue form; unique within the template, because answers come back by heading. */
  readonly label: string;
  readonly help: string | null;
  readonly required: boolean;
  /** Asked only when another field has one of these answers. */
  readonly when: FieldCondition | null;
}

export interface FieldCondition {
  readonly field: string;
  readonly in: readonly (string | boolean)[];
}

/**
 * One line of a kind with rules of its own, or free text: `identifier` is a Python identifier that is no keyword, `asset-key` is
 * parts joined by `/`, `cron` must fire, `date` is ISO 8601, `file` is relative to the code location and stays inside it.
 */
export interface TextField extends FieldBase {
  readonly kind:
    | "text"
    | "multiline"
    | "identifier"
    | "asset-key"
    | "group"
    | "job"
    | "cron"
    | "timezone"
    | "date"
    | "file"
    | "qualified-name";
  readonly default: string | null;
  readonly placeholder: string | null;
  readonly validation: TextValidation | null;
}

export interface TextValidation {
  /** Anchored at both ends; must be free of nested quantifiers, since answers come from strangers. */
  readonly pattern: string | null;
  /** In UTF-16 units. */
  readonly maxLength: number | null;
  /** Said when the answer does not pass. */
  readonly message: string;
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceField extends FieldBase {
  readonly kind: "choice";
  readonly options: readonly FieldOption[];
  readonly default: string | null;
}

export interface ChoiceListField extends FieldBase {
  readonly kind: "choice-list";
  readonly options: readonly FieldOption[];
  readonly default: readonly string[];
}

export interface BooleanField extends FieldBase {
  readonly kind: "boolean";
  readonly default: boolean;
}

export interface IntegerField extends FieldBase {
  readonly kind: "integer";
  readonly default: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** One item a line (or separated by commas). */
export interface ListField extends FieldBase {
  readonly kind: "text-list" | "asset-key-list" | "owner-list" | "job-list" | "resource-list";
  readonly default: readonly string[];
  /** Each answer must be in the graph already: a list of dependencies that must exist. */
  readonly known: boolean;
}

/** One `key=value` a line. */
export interface MappingField extends FieldBase {
  readonly kind: "mapping";
  readonly default: Readonly<Record<string, string>>;
}

/** The edits of a template, in order; each is skipped when its `when` does not hold. */
export type TemplateStep = WriteFileStep | AddCodeStep | RegisterStep;

/** Writes a whole file. */
export interface WriteFileStep {
  readonly kind: "write-file";
  readonly when: FieldCondition | null;
  /** Template text: path relative to the code location's root. */
  readonly path: string;
  /** Name of the text in `templates/scaffold/` (or beside the repository's own template): `component.yaml.hbs`. */
  readonly template: string;
  /** `keep` leaves an existing file alone and goes on; `refuse` makes the plan fail. */
  readonly ifExists: "keep" | "refuse";
}

/** Adds a top-level statement, and the imports it needs, to a Python module; the module is created when it is not there. */
export interface AddCodeStep {
  readonly kind: "add-code";
  readonly when: FieldCondition | null;
  /** Where definitions of this kind already live; `path` decides in a project that has none yet. */
  readonly beside: TemplateKind;
  /** Template text. */
  readonly path: string;
  readonly template: string;
  readonly imports: readonly TemplateImport[];
}

/** `from <module> import <name>`; an import that the module has already, under any alias, is used instead. */
export interface TemplateImport {
  readonly module: string;
  /** Null: `import <module>`. */
  readonly name: string | null;
}

/** Makes the new object part of the code location, unless something that loads it already does. */
export interface RegisterStep {
  readonly kind: "register";
  readonly when: FieldCondition | null;
  /** The argument of `Definitions` that takes it. */
  readonly argument: "assets" | "asset_checks" | "jobs" | "schedules" | "sensors" | "resources";
  /** Template text: the name that an earlier step defined. */
  readonly name: string;
  /** Template text: the key in `resources`; null for every other argument. */
  readonly key: string | null;
}
