import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTemporaryFolder } from "../../support/git-fixture.ts";
import { runCli } from "../../support/run-cli.ts";

describe("the command line itself", () => {
  let cwd: string;
  beforeAll(() => {
    cwd = createTemporaryFolder();
  });
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  it("prints its version", async () => {
    expect(await runCli(["--version"], { cwd })).toEqual({ exitCode: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: "" });
  });

  it("shows commands, exit codes and examples when it is asked for help", async () => {
    const { exitCode, stdout, stderr } = await runCli(["--help"], { cwd });

    expect(exitCode).toBe(0);
    expect(stderr).toBe("");
    for (const part of ["review", "check", "graph", "diff", "rules", "explain", "Exit codes", "$ dagsight review"])
      expect(stdout).toContain(part);
  });

  it.each(["review", "check", "graph", "diff", "rules", "explain"])("explains the options of %s", async (command) => {
    const { exitCode, stdout } = await runCli([command, "--help"], { cwd });

    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Usage: dagsight ${command}`);
  });

  it("takes no command for a request for help that went wrong", async () => {
    const { exitCode, stdout, stderr } = await runCli([], { cwd });

    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("Usage: dagsight");
  });

  it.each([
    [["grahp"], "unknown command 'grahp'", "(Did you mean graph?)"],
    [["graph", "--fromat", "json"], "unknown option '--fromat'", "(Did you mean --format?)"],
    [["graph", "--format", "yaml"], "'yaml' is invalid", "Allowed choices are"],
    [["graph", "a", "b"], "too many arguments", "graph"],
    [["diff", "main"], "missing required argument 'head'", ""],
    [["graph", "--env", "REGION"], "'REGION' is invalid", "NAME=VALUE"],
    [["graph", "-a", "defs"], "--attribute", "exactly one"],
  ])("refuses %j and says what is wrong", async (args, message, hint) => {
    const { exitCode, stdout, stderr } = await runCli(args, { cwd });

    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  it("lists the rules, and explains each of them", async () => {
    const { exitCode, stdout } = await runCli(["rules", "--format", "json"], { cwd });
    const names: string[] = JSON.parse(stdout).map((rule: { name: string }) => rule.name);

    expect(exitCode).toBe(0);
    expect(names).toContain("duplicate-asset-key");
    for (const name of names) expect((await runCli(["explain", name], { cwd })).stdout).toContain(name);
    expect((await runCli(["rules"], { cwd })).stdout).toContain("duplicate-asset-key");
  });

  it.each([
    [["explain", "duplicate-asset-kye"], "Did you mean `duplicate-asset-key`?"],
    [["explain", "something-else-entirely"], "`dagsight rules` lists them"],
    [["check", "--select", "grpah"], "Did you mean `graph`?"],
  ])("does not know %j", async (args, message) => {
    const { exitCode, stdout, stderr } = await runCli(args, { cwd });

    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});
