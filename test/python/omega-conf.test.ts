/** Expectations were written by hand, and omegaconf 2.3.1 and 2.4.0 print the same for the same file and code. */
import { expect, it } from "vitest";
import type { Value } from "../../src/python/value.ts";
import { evaluateFiles } from "../support/evaluate-files.ts";

const CONFIGURATION = `schema: shop
tables:
  - name: orders
    group: \${schema}
  - name: items
extra:
  - \${schema}_extra
  - \${oc.env:REGION,eu}
`;

async function namesIn(source: string): Promise<readonly string[]> {
  const text = `from omegaconf import OmegaConf\n\nconfiguration = OmegaConf.load("conf.yaml")\n${source}`;
  const { machine, module } = await evaluateFiles({ "main.py": text, "conf.yaml": CONFIGURATION }, "main.py");
  const { items } = machine.iterate(module.scope.names.get("names") as Value, { path: "main.py", start: 0, end: 0 });
  return items.map((item) => (item.kind === "str" ? item.value : item.kind));
}

it.each([
  [
    "keys are attributes, values that are not there are None",
    "names = [table.get('group', 'main') for table in configuration.tables]",
    ["shop", "main"],
  ],
  ["interpolations are resolved where they are read", "names = list(configuration.extra)", ["shop_extra", "eu"]],
  [
    "a later configuration wins, and interpolations follow it",
    "merged = OmegaConf.merge(configuration, OmegaConf.create({'schema': 'mart'}))\nnames = [merged.tables[0].group, merged['schema']]",
    ["mart", "mart"],
  ],
  [
    "a container is plain",
    "names = [value['name'] for value in OmegaConf.to_container(configuration, resolve=True)['tables']]",
    ["orders", "items"],
  ],
  ["a dotted list sets what it names", "names = [OmegaConf.merge(configuration, OmegaConf.from_dotlist(['a.b=c'])).a.b]", ["c"]],
  ["a key that Python means otherwise is an item", "names = [key for key in configuration.keys()]", ["schema", "tables", "extra"]],
])("%s", async (_, source, names) => {
  expect(await namesIn(source)).toEqual(names);
});
