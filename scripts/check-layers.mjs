// Runs dependency-cruiser over src and fails when it saw nothing: under a parser that cannot read TypeScript it would report success on zero modules.
import { cruise } from "dependency-cruiser";
import configuration from "../.dependency-cruiser.mjs";

const { output } = await cruise(["src"], { ...configuration.options, validate: true, ruleSet: { forbidden: configuration.forbidden } });
const { violations, totalCruised, error } = output.summary;
for (const { rule, from, to } of violations) console.error(`${rule.severity} ${rule.name}: ${from} -> ${to}`);
console.error(`${totalCruised} modules cruised, ${violations.length} violations`);
process.exit(totalCruised === 0 || error > 0 ? 1 : 0);
