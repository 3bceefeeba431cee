/** The standard library, as far as code that builds definitions uses it, and the few packages that everybody takes for part of it. */

import { withNamedArguments } from "../builtins/argument-places.ts";
import type { Library } from "../library.ts";
import { ATTRS } from "../packages/attrs.ts";
import { DECORATORS } from "../packages/decorators.ts";
import { JINJA2 } from "../packages/jinja/jinja2.ts";
import { OMEGA_CONF } from "../packages/omega-conf.ts";
import { PANDAS } from "../packages/pandas/pandas.ts";
import { PYDANTIC } from "../packages/pydantic/pydantic.ts";
import { CHAIN_MAP } from "./collections/chain-map.ts";
import { COLLECTIONS } from "./collections/collections.ts";
import { HEAPS_AND_BISECTION } from "./collections/heaps.ts";
import { ITERTOOLS } from "./collections/itertools.ts";
import { CONFIGPARSER } from "./configparser.ts";
import { DATES } from "./datetime/datetime.ts";
import { RELATIVE_DELTA } from "./datetime/relativedelta.ts";
import { DECLARATIONS } from "./declarations.ts";
import { ENVIRONMENT } from "./environment.ts";
import { CSV } from "./filesystem/csv-module.ts";
import { DATA_FORMATS } from "./filesystem/document-formats.ts";
import { DOTENV } from "./filesystem/dotenv-module.ts";
import { ELEMENT_TREE } from "./filesystem/element-tree.ts";
import { FILES } from "./filesystem/files.ts";
import { PACKAGE_RESOURCES } from "./filesystem/package-resources.ts";
import { PATHLIB } from "./filesystem/pathlib.ts";
import { PATHS } from "./filesystem/paths.ts";
import { YAML_CONSTRUCTORS } from "./filesystem/yaml-constructors.ts";
import { ASYNCIO } from "./functions/asyncio.ts";
import { CONTEXTLIB } from "./functions/contextlib.ts";
import { COPY } from "./functions/copy.ts";
import { FUNCTOOLS } from "./functions/functools.ts";
import { OPERATOR } from "./functions/operator.ts";
import { SINGLE_DISPATCH } from "./functions/single-dispatch.ts";
import { IMPORTING } from "./importing.ts";
import { INSPECTION } from "./inspection.ts";
import { MODULE_SPECS } from "./module-specs.ts";
import { NUMBERS } from "./numbers.ts";
import { libraryOf } from "./part.ts";
import { REGULAR_EXPRESSIONS } from "./re/regular-expression.ts";
import { RUN_TIME } from "./run-time.ts";
import { BASE64 } from "./text/base64.ts";
import { DIGEST_MODULES } from "./text/digests.ts";
import { STRING_MODULE } from "./text/string-module.ts";
import { TYPES_MODULE } from "./types-module.ts";
import { URLS } from "./url.ts";

export function standardLibrary(): Library {
  const models = libraryOf([
    DATES,
    RELATIVE_DELTA,
    DECLARATIONS,
    ENVIRONMENT,
    DATA_FORMATS,
    YAML_CONSTRUCTORS,
    FILES,
    CSV,
    DOTENV,
    ELEMENT_TREE,
    PACKAGE_RESOURCES,
    PATHLIB,
    PATHS,
    FUNCTOOLS,
    SINGLE_DISPATCH,
    COPY,
    OPERATOR,
    ASYNCIO,
    CONTEXTLIB,
    TYPES_MODULE,
    IMPORTING,
    MODULE_SPECS,
    NUMBERS,
    INSPECTION,
    COLLECTIONS,
    CHAIN_MAP,
    ITERTOOLS,
    HEAPS_AND_BISECTION,
    STRING_MODULE,
    DIGEST_MODULES,
    BASE64,
    REGULAR_EXPRESSIONS,
    RUN_TIME,
    URLS,
    DECORATORS,
    ATTRS,
    PYDANTIC,
    JINJA2,
    OMEGA_CONF,
    PANDAS,
    CONFIGPARSER,
  ]);
  return withNamedArguments(models);
}
