import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { fieldsOf } from "../../python/call/fields.ts";
import type { ArgumentValue } from "../../python/library.ts";
import type { ClassValue, Value } from "../../python/value.ts";
import { walk } from "../../syntax/walk.ts";
import { environmentRead } from "../facts/fixes/environment-variable.ts";
import { callsByName, subclassCalls } from "../facts/logged.ts";
import { visitCodeWith } from "../facts/names/written-names.ts";
import { defaultOf } from "../facts/pydantic/defaults.ts";
import { resourceArguments } from "../facts/resources/resource-arguments.ts";
import { isLocalHost, isSecretName, isSecretText, isUrlWithSecret } from "../facts/resources/secrets.ts";
import { textOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const hardcodedSecret = defineRule({
  name: "hardcoded-secret",
  group: "resources",
  tier: "dagster-would-not-notice",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A password, token or key stands in the code: in what a resource is given or falls back to, or in a connection URL.",
    why: "Whoever can read the repository, and its history, can use it.",
    example: `import dagster as dg

class Database(dg.ConfigurableResource):
    url: str
    password: str


defs = dg.Definitions(resources={"db": Database(url="sqlite://", password="hunter2-4711")})
`,
    instead: `import dagster as dg

class Database(dg.ConfigurableResource):
    url: str
    password: str


defs = dg.Definitions(resources={"db": Database(url="sqlite://", password=dg.EnvVar("DB_PASSWORD"))})
`,
    source: "https://docs.dagster.io/guides/operate/configuration/using-environment-variables-and-secrets",
  },
  check({ location, report }) {
    const places = new Set<string>();
    for (const { name, at } of [...given(location), ...defaults(location), ...urls(location)]) {
      const place = `${at.start} ${at.path}`;
      if (places.has(place)) continue;
      places.add(place);
      report({
        message: name === undefined ? "a connection URL holds a password" : `\`${name}\` of a resource is a secret that stands in the code`,
        why: "Whoever can read the repository, and its history, can use it.",
        help:
          name === undefined
            ? "Read it from the environment (`EnvVar` in a resource), and change the password."
            : `Write \`${name}=EnvVar("…")\`, and change the secret.`,
        location: at,
      });
    }
  },
});

interface Secret {
  /** Of the parameter or field; absent for a URL that stands somewhere. */
  readonly name?: string;
  readonly at: Location;
}

/** What resources are given, in nested configuration too. */
function given(location: LoadedLocation): readonly Secret[] {
  const configurations = [...callsByName(location)].flatMap(([name, calls]) => (name.endsWith(".configured") ? calls : []));
  return [
    ...resourceArguments(location).flatMap(({ name, argument, beside }) =>
      isOfThisMachine(beside) ? [] : secretsIn(name, argument.value, argument.at),
    ),
    ...configurations.flatMap(({ args }) => args.positional.slice(0, 1).flatMap(({ value, at }) => secretsIn("config", value, at))),
  ];
}

const HOST = /(?:^|_)(?:host|hostname|server|url|uri|endpoint|address)(?:_url)?$/i;

/** What stands beside it says that a service on one's own machine is meant. */
function isOfThisMachine(beside: ReadonlyMap<string, ArgumentValue>): boolean {
  return [...beside].some(([name, { value }]) => HOST.test(name) && isLocalHost(textOf(value) ?? ""));
}

function secretsIn(name: string, value: Value, at: Location): readonly Secret[] {
  switch (value.kind) {
    case "str": {
      const isCertain = value.origin !== undefined && value.assumes === undefined;
      return isCertain && (isUrlWithSecret(value.value) || (isSecretName(name) && isSecretText(value.value))) ? [{ name, at }] : [];
    }
    case "dict": {
      const members = [...value.entries.values()].flatMap(({ key, value: member }) =>
        key.kind === "str" ? [[key.value, { value: member, at: ("origin" in member && member.origin) || at }] as const] : [],
      );
      return secretsAmong(new Map(members));
    }
    case "instance":
      return secretsAmong(value.construction?.args.keywords ?? new Map());
    default:
      return [];
  }
}

/** What is given together, to one resource or in one mapping. */
function secretsAmong(given: ReadonlyMap<string, ArgumentValue>): readonly Secret[] {
  return isOfThisMachine(given) ? [] : [...given].flatMap(([name, { value, at }]) => secretsIn(name, value, at));
}

/** Of the fields of resources that are made. */
function defaults(location: LoadedLocation): readonly Secret[] {
  const { interpreter } = location;
  const classes = new Set<ClassValue>();
  for (const { subclass } of subclassCalls(location))
    if (!classes.has(subclass) && interpreter.isSubclass(subclass, "dagster.ConfigurableResourceFactory")) classes.add(subclass);
  return [...classes].flatMap((cls) => {
    const given = fieldsOf(cls).flatMap((field) => {
      const value = defaultOf(field, interpreter.annotation(field.annotation, cls.closure));
      return value ? [[field.name, { value, at: field.at }] as const] : [];
    });
    return secretsAmong(new Map(given));
  });
}

const CONNECTION = /:\/\/[^\s:/@"']*:[^\s:/@"'{}]+@/;

/** Wherever they are written, but for what stands in when a variable of the environment is not set. */
function urls(location: LoadedLocation): readonly Secret[] {
  const found: Secret[] = [];
  for (const file of location.files.values()) {
    visitCodeWith(CONNECTION, file, location, (statements) => {
      walk(statements, (node) => {
        if (node.kind === "call" && environmentRead(node)) return false;
        if (node.kind === "string" && isUrlWithSecret(node.value))
          found.push({ at: { path: file.path, start: node.start, end: node.end } });
        return undefined;
      });
    });
  }
  return found;
}
