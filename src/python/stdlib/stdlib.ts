/** The standard library, as far as code that builds definitions uses it, and the few packages that everybody takes for part of it. */

import { withNamedArguments } from "../builtins/argument-places.ts";
import type { Library } from "../library.ts";
import { DECORATORS } from "../packages/decorators.ts";
import { JINJA2 } from "../packages/jinja/jinja2.ts";
import { OMEGA_CONF } from "../packages/omega-conf.ts";
import { PANDAS } from "../packages/pandas/pandas.ts";
import { PYDANTIC } from "../packages/pydantic.ts";
import { CONFIGPARSER } from "./configparser.ts";
import { DATES } from "./datetime/datetime.ts";
import { DECLARATIONS } from "./declarations.ts";
import { ENVIRONMENT } from "./environment.ts";
import { CSV } from "./filesystem/csv-module.ts";
import { DATA_FORMATS } from "./filesystem/document-formats.ts";
import { FILES } from "./filesystem/files.ts";
import { PACKAGE_RESOURCES } from "./filesystem/package-resources.ts";
import { PATHLIB } from "./filesystem/pathlib.ts";
import { PATHS } from "./filesystem/paths.ts";
import { YAML_CONSTRUCTORS } from "./filesystem/yaml-constructors.ts";
import { FUNCTOOLS } from "./functools.ts";
import { IMPORTING } from "./importing.ts";
import { INSPECTION } from "./inspection.ts";
import { COLLECTIONS } from "./itertools.ts";
import { NUMBERS } from "./numbers.ts";
import { libraryOf } from "./part.ts";
import { REGULAR_EXPRESSIONS } from "./re/regular-expression.ts";
import { RUN_TIME } from "./run-time.ts";
import { SINGLE_DISPATCH } from "./single-dispatch.ts";
import { URLS } from "./url.ts";

export function standardLibrary(): Library {
  const models = libraryOf([
    DATES,
    DECLARATIONS,
    ENVIRONMENT,
    DATA_FORMATS,
    YAML_CONSTRUCTORS,
    FILES,
    CSV,
    PACKAGE_RESOURCES,
    PATHLIB,
    PATHS,
    FUNCTOOLS,
    SINGLE_DISPATCH,
    IMPORTING,
    NUMBERS,
    INSPECTION,
    COLLECTIONS,
    REGULAR_EXPRESSIONS,
    RUN_TIME,
    URLS,
    DECORATORS,
    PYDANTIC,
    JINJA2,
    OMEGA_CONF,
    PANDAS,
    CONFIGPARSER,
  ]);
  return withNamedArguments(models);
}
