/** `strftime` and `strptime` for the directives that dates of pipelines use; milliseconds as if the zone were UTC. */
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function dayOfYear(date: Date): number {
  return (
    Math.floor(
      (Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000,
    ) + 1
  );
}

/** The week of the year's first Thursday is the first. */
function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000);
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}

const DIRECTIVES: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => String(date.getUTCFullYear()).padStart(4, "0"),
  y: (date) => two(date.getUTCFullYear() % 100),
  m: (date) => two(date.getUTCMonth() + 1),
  d: (date) => two(date.getUTCDate()),
  H: (date) => two(date.getUTCHours()),
  I: (date) => two(date.getUTCHours() % 12 || 12),
  M: (date) => two(date.getUTCMinutes()),
  S: (date) => two(date.getUTCSeconds()),
  f: (date) => `${String(date.getUTCMilliseconds()).padStart(3, "0")}000`,
  p: (date) => (date.getUTCHours() < 12 ? "AM" : "PM"),
  j: (date) => String(dayOfYear(date)).padStart(3, "0"),
  a: (date) => (DAYS[date.getUTCDay()] ?? "").slice(0, 3),
  A: (date) => DAYS[date.getUTCDay()] ?? "",
  b: (date) => (MONTHS[date.getUTCMonth()] ?? "").slice(0, 3),
  B: (date) => MONTHS[date.getUTCMonth()] ?? "",
  w: (date) => String(date.getUTCDay()),
  u: (date) => String(date.getUTCDay() || 7),
  z: () => "",
  Z: () => "",
  e: (date) => String(date.getUTCDate()).padStart(2, " "),
  D: (date) => formatTime(date.getTime(), "%m/%d/%y"),
  x: (date) => formatTime(date.getTime(), "%m/%d/%y"),
  X: (date) => formatTime(date.getTime(), "%H:%M:%S"),
  R: (date) => formatTime(date.getTime(), "%H:%M"),
  c: (date) => formatTime(date.getTime(), "%a %b %e %H:%M:%S %Y"),
  h: (date) => (MONTHS[date.getUTCMonth()] ?? "").slice(0, 3),
  U: (date) => two(Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7)),
  W: (date) => two(Math.floor((dayOfYear(date) + 6 - ((date.getUTCDay() + 6) % 7)) / 7)),
  V: (date) => two(isoWeek(date).week),
  G: (date) => String(isoWeek(date).year).padStart(4, "0"),
  F: (date) => date.toISOString().slice(0, 10),
  T: (date) => date.toISOString().slice(11, 19),
  "%": () => "%",
};

/** A directive that is not known stays as it is written. */
export function formatTime(milliseconds: number, format: string): string {
  const date = new Date(milliseconds);
  return format.replace(/%(-?)(.)/g, (whole, bare: string, directive: string) => {
    const text = DIRECTIVES[directive]?.(date);
    if (text === undefined) return whole;
    return bare ? text.replace(/^0+(?=.)/, "") : text;
  });
}

const PATTERNS: Readonly<Record<string, string>> = {
  Y: "\\d{4}",
  m: "\\d{1,2}",
  d: "\\d{1,2}",
  H: "\\d{1,2}",
  M: "\\d{1,2}",
  S: "\\d{1,2}",
  f: "\\d{1,6}",
  y: "\\d{2}",
  b: "[A-Za-z]{3}",
  B: "[A-Za-z]+",
  I: "\\d{1,2}",
  p: "[AaPp][Mm]",
  j: "\\d{1,3}",
  A: "[A-Za-z]+",
  a: "[A-Za-z]{3}",
};

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.slice(0, name.length).toLowerCase() === name.toLowerCase()) + 1;
}

/** `undefined` when the text does not match, or the format has a directive that is not read. */
export function parseTime(text: string, format: string): number | undefined {
  const order: string[] = [];
  let known = true;
  const source = format.replace(/%(.)|[\\^$.|?*+()[\]{}]/g, (whole, directive: string | undefined) => {
    if (directive === undefined) return `\\${whole}`;
    if (directive === "%") return "%";
    const pattern = PATTERNS[directive];
    known &&= pattern !== undefined;
    order.push(directive);
    return `(${pattern ?? ""})`;
  });
  const match = known ? new RegExp(`^${source}$`).exec(text) : null;
  if (!match) return undefined;
  const part = (directive: string, missing: number) => (order.includes(directive) ? Number(match[order.indexOf(directive) + 1]) : missing);
  const year = order.includes("y") ? 2000 + part("y", 0) - (part("y", 0) > 68 ? 100 : 0) : part("Y", 1900);
  const written = (directive: string): string => match[order.indexOf(directive) + 1] ?? "";
  const named = ["b", "B"].find((directive) => order.includes(directive));
  const [month, day] = [named ? monthOf(written(named)) : part("m", 1), part("d", 1)];
  const isAfternoon = order.includes("p") && /^p/i.test(written("p"));
  const hour = order.includes("I") ? (part("I", 0) % 12) + (isAfternoon ? 12 : 0) : part("H", 0);
  const milliseconds = order.includes("f") ? Number(written("f").padEnd(3, "0").slice(0, 3)) : 0;
  if (order.includes("j") && !order.includes("d")) return Date.UTC(year, 0, part("j", 1), hour, part("M", 0), part("S", 0), milliseconds);
  const time = Date.UTC(year, month - 1, day, hour, part("M", 0), part("S", 0), milliseconds);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time : undefined;
}
