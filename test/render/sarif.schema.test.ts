/** SARIF held against its JSON Schema (2.1.0-rtm.5, as Microsoft publishes it with its own matchers). */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { renderSarif } from "../../src/render/sarif/sarif.ts";
import { RULES } from "../../src/rules/registry.ts";
import type { Finding } from "../../src/types/review-report.ts";

const require = createRequire(import.meta.url);
const path = require.resolve("@microsoft/jest-sarif/package.json").replace(/package\.json$/, "lib/schemas/sarif-2.1.0-rtm.5.json");
// It says that it is of draft 04, whose keywords it uses as later drafts have them; one pattern of it is none with the flag `u`.
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, "utf8"));
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(schema);

const place = { file: "a b/ü.py", line: 3, column: 2, endLine: 4, endColumn: 1 };

it("is valid for a finding of every rule, with fixes and related places, and for none", () => {
  const findings = [...RULES.map(({ name }) => name), "internal-error"].map(
    (rule): Finding => ({
      ...place,
      rule,
      tier: "practice",
      severity: "info",
      message: "m\u0000`n`",
      why: null,
      help: "h",
      subject: null,
      related: [{ ...place, message: "r" }],
      fix: {
        title: "t",
        applicability: "unsafe",
        edits: [
          { ...place, text: "x" },
          { ...place, file: "other.py", text: "" },
        ],
      },
    }),
  );

  for (const listed of [findings, []]) {
    validate(JSON.parse(renderSarif(listed, { version: "0.1.0", category: "check", rules: RULES })));
    expect(validate.errors ?? []).toEqual([]);
  }
});
