/**
 * Which packages are installed where a code location runs, as far as its project says: what it names as a requirement or in a lock file, what comes
 * with Dagster, and what comes with Python. A package under another name than its modules may be any of the others: nothing is known to be missing.
 */
import { requirementsIn } from "./dependency-lists.ts";
import { foldersUpward, type ProjectFiles } from "./project-files.ts";

/** Asked for a top-level module by its name; the files are read when the first one is asked for that does not come with Python or Dagster. */
export function installedModules(files: ProjectFiles, folder: string): (module: string) => "yes" | "unknown" {
  let required: ReadonlySet<string> | undefined;
  return (module) => {
    if (ALWAYS.has(module) || module.startsWith("_")) return "yes";
    required ??= modulesOf(files, folder);
    return required.has(normalized(module)) ? "yes" : "unknown";
  };
}

function modulesOf(files: ProjectFiles, folder: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const at of foldersUpward(folder))
    for (const requirements of requirementsIn(files, at))
      for (const { name } of requirements) for (const module of modulesIn(name)) found.add(normalized(module));
  return found;
}

/** `python-dateutil` has `dateutil`; others have a name of their own. */
function modulesIn(distribution: string): readonly string[] {
  const [first = ""] = distribution.split("-");
  const plain = distribution.replace(/^(?:python|py)-?|-(?:python|py|binary)$/g, "");
  return [distribution, plain, first, ...(MODULES[distribution] ?? [])];
}

function normalized(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "_");
}

/** Published packages whose modules have other names, or which bring others. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  beautifulsoup4: ["bs4"],
  "dagster-dbt": ["dbt", "networkx", "sqlglot", "agate"],
  "dagster-dlt": ["dlt"],
  "dagster-sling": ["sling"],
  "dbt-core": ["dbt"],
  gitpython: ["git"],
  mysqlclient: ["MySQLdb"],
  "opencv-python": ["cv2", "numpy"],
  pandas: ["numpy", "dateutil", "pytz", "six"],
  pillow: ["PIL"],
  "psycopg2-binary": ["psycopg2"],
  pyjwt: ["jwt"],
  pymysql: ["pymysql"],
  pyspark: ["py4j"],
  "python-telegram-bot": ["telegram"],
  "scikit-image": ["skimage"],
  "scikit-learn": ["sklearn", "numpy", "scipy", "joblib"],
  scipy: ["numpy"],
  "snowflake-connector-python": ["snowflake"],
  xarray: ["numpy", "pandas"],
};

/** What comes with Python, and what Dagster itself requires. */
const ALWAYS: ReadonlySet<string> = new Set(
  (
    "abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs " +
    "codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis " +
    "doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp " +
    "gzip hashlib heapq hmac html http imaplib imghdr importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox mailcap marshal math " +
    "mimetypes mmap modulefinder multiprocessing netrc nntplib numbers opcode operator optparse os pathlib pdb pickle pickletools pipes pkgutil platform plistlib " +
    "poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets " +
    "select selectors shelve shlex shutil signal site smtplib sndhdr socket socketserver sqlite3 ssl stat statistics string stringprep struct subprocess symtable sys " +
    "sysconfig syslog tabnanny tarfile telnetlib tempfile termios test textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle " +
    "types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo " +
    "alembic annotated_types antlr4 certifi charset_normalizer click coloredlogs dagster dagster_pipes dagster_shared dateutil docstring_parser dotenv filelock fsspec google " +
    "greenlet grpc grpc_health humanfriendly idna jinja2 mako markdown_it markupsafe packaging pkg_resources platformdirs pydantic pydantic_core pygments pytz requests rich " +
    "setuptools six sqlalchemy structlog tabulate tomli tomlkit toposort tqdm typing_extensions typing_inspection tzdata universal_pathlib upath urllib3 watchdog yaml"
  ).split(" "),
);
