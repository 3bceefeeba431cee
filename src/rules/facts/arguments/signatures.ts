/** What Dagster's callables take, hidden keywords included, for those whose parameters are exactly the recorded ones. */
import { SIGNATURES } from "../../../dagster/library/signatures.generated.ts";

/** Taken through `**kwargs` and not shown by `inspect`. Source: `@hidden_param` in dagster 1.13.27. */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  "dagster.asset": ["non_argument_deps", "auto_materialize_policy", "legacy_freshness_policy", "compute_kind"],
  "dagster.multi_asset": ["non_argument_deps", "compute_kind", "allow_arbitrary_check_specs"],
  "dagster.graph_asset": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.AssetSpec": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.AssetOut": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.load_assets_from_modules": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.load_assets_from_current_module": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.load_assets_from_package_module": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.load_assets_from_package_name": ["legacy_freshness_policy", "auto_materialize_policy"],
};

/** Models that check their fields in their own way, and instances that can be called. */
const OTHERWISE =
  /(?:Component|Model|IOManager|IOManagerFactory|Adapter|Reader|Reference|CodeReferencesMetadataValue|_(?:io|file)_manager)$/;
/** Bases that others fill in, and one that is never called. */
const WITHOUT_FIELDS: ReadonlySet<string> = new Set(["dagster.Config", "dagster.ConfigurableResource", "dagster.FreshnessPolicy"]);

function isFunctionOrClass(name: string): boolean {
  return !OTHERWISE.test(name) && !WITHOUT_FIELDS.has(name);
}

function isExact(name: string): boolean {
  return Object.hasOwn(HIDDEN, name) || (!(SIGNATURES[name] ?? "**").includes("**") && isFunctionOrClass(name));
}

export interface Parameters {
  readonly names: ReadonlySet<string>;
  /** Keyword or positional parameters without a default, in order. */
  readonly required: readonly string[];
  /** How many positional arguments are taken. */
  readonly positional: number;
  /** There is an `*args`. */
  readonly variadic: boolean;
  /** Parameters that are taken by name only, in order. */
  readonly namedOnly: readonly string[];
}

const parsed = new Map<string, Parameters>();

/** The callables that need what {@link parametersOf} says; some of them take other keywords too. */
export const REQUIRING_CALLABLES: ReadonlySet<string> = new Set(Object.keys(SIGNATURES).filter(isFunctionOrClass));

/** The callables that take nothing but what {@link parametersOf} says. */
export const KNOWN_CALLABLES: ReadonlySet<string> = new Set(Object.keys(SIGNATURES).filter(isExact));

export function parametersOf(name: string): Parameters {
  const known = parsed.get(name);
  if (known) return known;
  const parts = (SIGNATURES[name] ?? "").split(/, (?=[*\w]+(?:=|,|$))/).filter((part) => part !== "");
  const star = parts.findIndex((part) => part.startsWith("*"));
  const plain = parts.filter((part) => !part.startsWith("*"));
  const parameters = {
    names: new Set([...plain.map((part) => part.replace(/=.*$/s, "")), ...(HIDDEN[name] ?? [])]),
    required: plain.filter((part) => !part.includes("=")),
    positional: star < 0 ? plain.length : star,
    variadic: star >= 0 && parts[star] !== "*" && !parts[star]?.startsWith("**"),
    namedOnly: star < 0 ? [] : parts.slice(star + 1).map((part) => part.replace(/=.*$/s, "")),
  };
  parsed.set(name, parameters);
  return parameters;
}
