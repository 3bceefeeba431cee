/**
 * Which texts are surely secrets: what a parameter is called, and what the text looks like. A placeholder, the name of a secret that lies elsewhere and
 * what a database on one's own machine is reached with are none. In doubt the answer is no.
 */

/** The word comes last: `secret_name`, `token_url` and `password_file` say where one is. */
const SECRET_NAME =
  /(?:^|_)(?:password|passwd|pwd|passphrase|secret|secret_?key|client_?secret|token|api_?key|access_?key|private_?key|account_?key|sas_?key)(?:_value)?$/i;

const PRIVATE_KEY = /^-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]/;

/** Words that people write where a secret would stand, and names of such. */
const PLACEHOLDER = new Set(
  (
    "your my our some any a an the this is not real test testing tests dummy example sample demo fake mock changeme change me changeit replaceme replace " +
    "with insert enter here placeholder todo fixme tbd none null undefined empty unset redacted hidden default defaults local localhost dev develop " +
    "development staging prod production password passwd pass pwd pw passphrase secret secrets token tokens key keys api access private public client " +
    "auth bearer value string text user username admin administrator root guest postgres postgresql mysql mariadb mongo mongodb redis clickhouse " +
    "oracle trino presto minio minioadmin snowflake bigquery redshift duckdb airbyte dagster docker db database warehouse app service account aws " +
    "azure gcp google github gitlab slack openai id name foo bar baz xyz abc"
  ).split(" "),
);

const LOCAL_HOST =
  /^(?:\w+:\/\/)?(?:[^@/]*@)?(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|[^:/]*\.(?:local|test|invalid|example))(?=[:/?]|$)/i;
const EXAMPLE_HOST = /^(?:.*[.@/])?example\.(?:com|org|net)(?=[:/?]|$)/i;

const CONNECTION = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s:/@]+)@[^\s@]+$/i;

/** A parameter of this name is given a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** The text can only be a secret, when it is given for one. */
export function isSecretText(text: string): boolean {
  if (PRIVATE_KEY.test(text)) return true;
  if (text.length < 6 || /[\s<>{}$%*]/.test(text) || /^(?:(.)\1*|\d+)$/.test(text)) return false;
  if (text.includes("/") && !isRandom(text)) return false;
  // A variable's name: `DB_PASSWORD`.
  if (/^[A-Z]+(?:_[A-Z]+)*$/.test(text)) return false;
  return !isPlaceholder(text);
}

/** A connection URL with a password in it, to another machine than this one. */
export function isUrlWithSecret(text: string): boolean {
  const password = CONNECTION.exec(text)?.[1];
  return password !== undefined && isSecretText(password) && !isLocalHost(text) && !EXAMPLE_HOST.test(text);
}

export function isLocalHost(text: string): boolean {
  return LOCAL_HOST.test(text);
}

/** As a generator makes them: long, of small and capital letters and digits, and no path. */
function isRandom(text: string): boolean {
  return /^[A-Za-z0-9+/=]{20,}$/.test(text) && !text.startsWith("/") && /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
}

/** All words are such words, or a secret is spoken of: `prod-db-password`. */
function isPlaceholder(text: string): boolean {
  const words = text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "" && !/^x+$/.test(word));
  if (words.every((word) => PLACEHOLDER.has(word)) && words.length > 0) return true;
  const isName = /^[a-z]+(?:[-_.:][a-z0-9]+)+$/i.test(text);
  return (
    /^x+$/i.test(text) || (isName && words.some((word) => /^(?:password|passwd|secret|token|key|your|my|changeme|example)s?$/.test(word)))
  );
}
