import { describe, expect, it } from "vitest";
import type { CliIo } from "../../../../src/entrypoints/cli/io.ts";
import { createProgress } from "../../../../src/entrypoints/cli/output/progress.ts";
import { createManualClock } from "../../../support/services/manual-clock.ts";

function setUp(options: { readonly quiet?: true; readonly verbose?: true }) {
  const clock = createManualClock();
  const lines: string[] = [];
  const io: CliIo = {
    cwd: "/",
    env: {},
    interactive: false,
    columns: undefined,
    stdout: () => undefined,
    stderr: (text) => void lines.push(text),
  };
  return { clock, lines, progress: createProgress(options, io, clock) };
}

describe("createProgress", () => {
  it("is silent for a second, and speaks after it", () => {
    const { clock, lines, progress } = setUp({});

    progress.step("reading 3 files");
    clock.advance(1000);
    progress.step("comparing main with feature");

    expect(lines).toEqual(["comparing main with feature …\n"]);
  });

  it("says every step and its time when it is asked to", () => {
    const { clock, lines, progress } = setUp({ verbose: true });

    progress.step("reading 3 files");
    clock.advance(250);
    progress.step("comparing main with feature");

    expect(lines).toEqual(["0.00 s  reading 3 files\n", "0.25 s  comparing main with feature\n"]);
  });

  it("says nothing at all when it is asked to be quiet", () => {
    const { clock, lines, progress } = setUp({ quiet: true });
    clock.advance(5000);

    progress.step("reading 3 files");
    progress.note("No Dagster code location found.");

    expect(lines).toEqual([]);
  });
});
