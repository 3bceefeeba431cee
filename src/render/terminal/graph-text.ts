/** A whole graph as text: what is there, by code location and group, what could not be read and why, and how much of it all is known. */
import { groupBy } from "../../base/group-by.ts";
import { compareKeys } from "../../base/order.ts";
import type { AssetNode, CodeLocation, GraphDocument, Schedule, Sensor, Unresolved } from "../../types/graph-document.ts";
import { printable, printableUpTo } from "../printable.ts";
import { count } from "../wording/phrase.ts";
import { summaryWords } from "../wording/summary-words.ts";
import { unresolvedByReason, unresolvedPlace } from "../wording/unresolved-words.ts";
import { columns } from "./columns.ts";
import { type Paint, paintWith } from "./palette.ts";
import { phraseText } from "./phrase-text.ts";

const UPSTREAM_SHOWN = 4;
const MAX_NAME = 80;

/** Ends in a newline. */
export function renderGraphText({ codeLocations, summary }: GraphDocument, { colour }: { readonly colour: boolean }): string {
  const paint = paintWith(colour);
  const blocks = [
    ...codeLocations.map((location) => locationText(location, paint)),
    unresolvedText(
      codeLocations.flatMap(({ unresolved }) => unresolved),
      paint,
    ),
    `${summaryWords(summary)}.`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function locationText(location: CodeLocation, paint: Paint): string {
  const { name, root, entry, dagsterVersion } = location;
  const file = root === "" ? entry : `${root}/${entry}`;
  const version = dagsterVersion === null ? "" : `, Dagster ${dagsterVersion}`;
  const parts = [
    `${paint("bold", printable(name))}  ${paint("dim", `${printable(file)}${version}`)}`,
    ...assetGroups(location, paint),
    section(
      "Jobs",
      location.jobs.map((job) => [job.name, `${job.kind} job`, jobSize(job)]),
      paint,
    ),
    section(
      "Schedules",
      location.schedules.map((schedule) => [schedule.name, schedule.cron.join(", ") || "not known", targetWords(schedule)]),
      paint,
    ),
    section(
      "Sensors",
      location.sensors.map((sensor) => [sensor.name, sensor.type, sensorWords(sensor)]),
      paint,
    ),
    section(
      "Resources",
      location.resources.map(({ key, type }) => [key, type ?? "not known"]),
      paint,
    ),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function assetGroups(location: CodeLocation, paint: Paint): readonly string[] {
  const upstream = groupBy(location.edges, ({ to }) => to);
  const stubs = location.nodes.filter(({ kind }) => kind === "stub");
  const groups = [
    ...groupBy(
      location.nodes.filter(({ kind }) => kind !== "stub"),
      ({ group }) => group ?? "",
    ),
  ].sort(([left], [right]) => compareKeys(left, right));
  const rows = (nodes: readonly AssetNode[]) =>
    nodes.map((node) =>
      assetRow(
        node,
        (upstream.get(node.key) ?? []).map(({ from }) => from),
        paint,
      ),
    );
  return [
    ...groups.map(([group, nodes]) =>
      table(`  ${group === "" ? "Group not known" : `Group ${paint("bold", printable(group))}`}`, rows(nodes)),
    ),
    stubs.length === 0 ? "" : table("  Named, and nothing defines them", rows(stubs)),
  ];
}

function assetRow(node: AssetNode, upstream: readonly string[], paint: Paint): readonly string[] {
  const { key, kind, conditional, unresolved, source, partitions, kinds, checks } = node;
  const words = [
    kind === "asset" || kind === "stub" ? "" : kind,
    partitions === null ? "" : partitions.type,
    kinds.join(" "),
    checks.length === 0 ? "" : count(checks.length, "check"),
    conditional === null ? "" : paint("magenta", "conditional"),
    unresolved.length === 0 ? "" : paint("magenta", `not known: ${unresolved.join(" ")}`),
  ].filter((word) => word !== "");
  const more = upstream.length > UPSTREAM_SHOWN ? `, and ${upstream.length - UPSTREAM_SHOWN} more` : "";
  const from =
    upstream.length === 0
      ? ""
      : `← ${upstream
          .slice(0, UPSTREAM_SHOWN)
          .map((name) => printableUpTo(name, MAX_NAME))
          .join(", ")}${more}`;
  return [
    "  ",
    printableUpTo(key, MAX_NAME),
    paint("blue", `${printable(source.file)}:${source.line}`),
    [words.join(", "), from].filter((word) => word !== "").join("  "),
  ];
}

function section(title: string, rows: readonly (readonly string[])[], paint: Paint): string {
  const shown = rows.map(([name = "", ...rest]) => [
    "  ",
    printableUpTo(name, MAX_NAME),
    ...rest.map((cell) => paint("dim", printableUpTo(cell, MAX_NAME))),
  ]);
  return rows.length === 0 ? "" : table(`  ${title}`, shown);
}

function table(title: string, rows: readonly (readonly string[])[]): string {
  return [title, ...columns(rows)].join("\n");
}

function jobSize({ kind, assets, checks, ops, unresolved }: CodeLocation["jobs"][number]): string {
  const parts =
    kind === "op"
      ? [count(ops.length, "op")]
      : [count(assets.length, "asset"), ...(checks.length === 0 ? [] : [count(checks.length, "check")])];
  return `${parts.join(", ")}${unresolved.length === 0 ? "" : ", or more"}`;
}

function targetWords({ target }: Schedule): string {
  if (target === null) return "";
  return "job" in target ? `→ ${target.job}` : `→ ${count(target.assets.length, "asset")}`;
}

function sensorWords({ targets, assets, monitors }: Sensor): string {
  const parts = [
    monitors.length === 0 ? "" : `watches ${monitors.slice(0, UPSTREAM_SHOWN).join(", ")}`,
    targets.length === 0 ? "" : `→ ${targets.map(({ job }) => job).join(", ")}`,
    assets.length === 0 ? "" : `→ ${count(assets.length, "asset")}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** Our own gaps come last, and apart: nobody but us can do anything about them. */
function unresolvedText(entries: readonly Unresolved[], paint: Paint): string {
  if (entries.length === 0) return "";
  const groups = unresolvedByReason(entries).flatMap(({ title, places }) => [
    `  ${title}`,
    ...gathered(places).map((alike) => `    ${alikeText(alike, paint)}`),
  ]);
  return [paint("magenta", "Could not be read, and nothing is claimed about it"), ...groups].join("\n");
}

type Place = readonly Unresolved[];

/** Places of which the same is said and nothing else, together. */
function gathered(places: readonly Place[]): readonly (readonly Place[])[] {
  return [
    ...groupBy(places, (place) => (place.length === 1 ? (place[0]?.message ?? "") : `\0${place[0]?.file}:${place[0]?.line}`)).values(),
  ];
}

function alikeText([place, ...others]: readonly Place[], paint: Paint): string {
  const head = phraseText(unresolvedPlace(place ?? []), paint);
  if (others.length === 0) return head;
  const shown = others
    .slice(0, UPSTREAM_SHOWN)
    .flatMap(([first]) => (first ? [paint("blue", `${printable(first.file)}:${first.line}`)] : []));
  const more = others.length > shown.length ? ` and ${others.length - shown.length} more places` : "";
  return `${head}. Likewise ${shown.join(", ")}${more}`;
}
