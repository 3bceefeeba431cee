/** What was compared, under which assumptions, and how to see the same again. */
import type { Provenance, ReviewReport } from "../../types/review-report.ts";
import { code, count, join, list, type Phrase, phrase, plain } from "./phrase.ts";

const ASSUMPTIONS = 8;

/** One phrase a line. */
export function footerWords(report: ReviewReport): readonly Phrase[] {
  const { provenance } = report;
  const compared = phrase`Compared ${sideName(provenance.base)} with ${sideName(provenance.head)} (${count(provenance.changedFiles.length, "file")} changed)`;
  const configuration = phrase`configuration: ${provenance.configuration === null ? plain("defaults") : [code(provenance.configuration)]}`;
  const head = provenance.head.commit === null ? "" : ` --head ${shortName(provenance.head)}`;
  const command = `dagsight review --base ${shortName(provenance.base)}${head}`;
  return [
    join([compared, configuration, environmentWords(report)], " · "),
    join([phrase`Read by Dagsight ${report.generator.version} without running any code`, phrase`the same again: ${code(command)}`], " · "),
  ];
}

/** The environment that was given, and what the changed objects rest on. */
function environmentWords(report: ReviewReport): Phrase {
  const given = Object.keys(report.provenance.environment)
    .sort()
    .map((name) => code(`${name}=${report.provenance.environment[name]}`));
  const assumed = [...new Set(report.locations.flatMap((location) => location.assumes))].sort().map(code);
  if (given.length + assumed.length === 0) {
    return [];
  }
  return phrase`environment: ${list([...given, ...assumed], ASSUMPTIONS)}`;
}

function sideName(side: Provenance["base"]): Phrase {
  const named = side.commit === null || side.commit.startsWith(side.ref);
  return named ? [code(shortName(side))] : phrase`${code(side.ref)} (${code(shortName(side))})`;
}

function shortName(side: Provenance["base"]): string {
  return side.commit === null ? side.ref : side.commit.slice(0, 7);
}
