import { expect, test } from "vitest";
import { checkFiles } from "../rules/check-files.ts";

/** `dir(builtins)` of CPython 3.12, without what its `site` leaves out where nobody types. */
const NAMES =
  "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError __build_class__ __debug__ __doc__ __import__ __loader__ __name__ __package__ __spec__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip";

test("every name that Python has built in is defined", async () => {
  const text = `import dagster as dg\n\nnames = [\n${NAMES.split(" ").join(",\n")},\n]\n\ndefs = dg.Definitions()\n`;

  expect(await checkFiles({ "definitions.py": text }, "definitions.py")).toEqual([]);
});

test("what a module did not come to define is no import error of those that ask for it", async () => {
  const found = await checkFiles(
    {
      "orders.py": "TABLE = SCHEMA + '.orders'\n\ndef load(): ...\n",
      "definitions.py": "import dagster as dg\n\nfrom orders import load\n\ndefs = dg.Definitions()\n",
    },
    "definitions.py",
  );

  expect(found.map(({ rule, location }) => `${location.path} ${rule}`)).toEqual(["orders.py raises-when-imported"]);
});
