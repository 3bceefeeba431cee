// Writes a dbt project of `count` models as teams keep them: layers, a schema file a folder with descriptions and tests, sources, a few
// macros, configuration in all three places. The same bytes for the same count.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const MODELS_PER_FOLDER = 25;
const LAYERS = ["staging", "intermediate", "marts"];

export function generateDbtProject(folder, count) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("dbt_project.yml", PROJECT);
  write("macros/cents.sql", MACROS);
  const folders = new Map();
  for (let index = 0; index < count; index++) {
    const model = modelAt(index);
    write(`${model.folder}/${model.name}.sql`, sqlOf(model));
    folders.set(model.folder, [...(folders.get(model.folder) ?? []), model]);
  }
  for (const [path, models] of folders) write(`${path}/schema.yml`, schemaOf(path, models));
}

function modelAt(index) {
  const part = Math.floor(index / MODELS_PER_FOLDER);
  const layer = LAYERS[part % LAYERS.length];
  const name = `${layer.slice(0, 3)}_table_${String(index).padStart(5, "0")}`;
  return { index, layer, name, folder: `models/${layer}/domain_${part}`, parents: [index - 7, index - 31].filter((parent) => parent >= 0) };
}

function sqlOf({ index, layer, parents }) {
  const inputs = parents.map((parent, at) => `input_${at} as (\n    select * from {{ ref('${modelAt(parent).name}') }}\n)`);
  if (layer === "staging" || inputs.length === 0)
    inputs.push(`raw as (\n    select * from {{ source('raw_${Math.floor(index / MODELS_PER_FOLDER)}', 'table_${index}') }}\n)`);
  return `{{ config(materialized='${index % 5 === 0 ? "incremental" : "table"}', tags=['domain_${index % 9}'], unique_key='id') }}

-- One row an order; see the wiki for what counts as one.
with ${inputs.join(",\n")},
renamed as (
    select
        id,
        customer_id,
        {{ cents_to_dollars('amount_${index % 4}') }} as amount,
        {% for status in ['placed', 'shipped', 'returned'] %}
        sum(case when status = '{{ status }}' then 1 else 0 end) as {{ status }}_count{{ "," if not loop.last }}
        {% endfor %},
        coalesce(updated_at, created_at) as updated_at
    from ${parents.length > 0 ? "input_0" : "raw"}
    {% if is_incremental() %}
    where updated_at > (select max(updated_at) from {{ this }})
    {% endif %}
)
select * from renamed where amount > ${index}
`;
}

function schemaOf(path, models) {
  const part = path.slice(path.lastIndexOf("_") + 1);
  return `version: 2

sources:
  - name: raw_${part}
    description: Tables of one system.
    tables:
${models.map(({ index }) => `      - name: table_${index}\n        columns:\n          - name: id\n            data_tests: [unique]`).join("\n")}

models:
${models.map(entryOf).join("\n")}
`;
}

function entryOf({ name, index }) {
  return `  - name: ${name}
    description: >
      One row an order of domain ${index % 9}, with the amounts in dollars
      and the states it went through.
    config:
      meta: {owner: "team-${index % 5}", dagster: {group: domain_${index % 9}}}
    columns:
      - name: id
        description: "The order's number: unique over all shops."
        data_tests:
          - unique
          - not_null
      - name: customer_id
        description: Who ordered.
        data_tests:
          - relationships:
              to: ref('${modelAt(Math.max(0, index - 7)).name}')
              field: customer_id
      - name: amount
        description: In dollars.
        data_type: numeric
      - name: placed_count
        data_tests:
          - accepted_values:
              values: [0, 1, ${index}]
      - name: updated_at
        description: When it last changed.`;
}

const PROJECT = `name: shop
version: "1.0"
profile: shop
models:
  shop:
    staging:
      +materialized: view
      +tags: [staging]
    marts:
      +meta: {layer: marts}
vars:
  first_day: "2024-01-01"
`;

const MACROS = `{% macro cents_to_dollars(column, digits=2) %}
round({{ column }} / 100.0, {{ digits }})
{% endmacro %}
`;
