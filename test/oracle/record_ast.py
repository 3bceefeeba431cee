"""Records what CPython's own parser makes of the syntax fixtures, in the shape of test/syntax/ast-shape.ts.

python3 test/oracle/record_ast.py [FIXTURE…]   (Python 3.11 or newer; writes FIXTURE.ast.json beside each)
Every node is [kind, start, end, …fields]; offsets are UTF-16 units. Insides of f-strings have no offsets: CPython < 3.12 has none.
"""

import ast
import json
import pathlib
import sys

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "syntax" / "fixtures"

OPERATORS = {
    "Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**", "MatMult": "@",
    "BitAnd": "&", "BitOr": "|", "BitXor": "^", "LShift": "<<", "RShift": ">>",
    "And": "and", "Or": "or", "Not": "not", "USub": "-", "UAdd": "+", "Invert": "~",
    "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=",
    "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in",
}


class Shaper:
    def __init__(self, text):
        self.starts = [1 if text.startswith("\ufeff") else 0]
        text = text.removeprefix("\ufeff")
        self.lines = split_lines(text)
        for line in self.lines:
            self.starts.append(self.starts[-1] + units(line))
        self.in_format = 0

    def offset(self, line, column):
        prefix = self.lines[line - 1].encode("utf-8")[:column].decode("utf-8") if line <= len(self.lines) else ""
        return self.starts[line - 1] + units(prefix)

    def span(self, node):
        if self.in_format:
            return [0, 0]
        return [self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno, node.end_col_offset)]

    def many(self, nodes):
        return [self.shape(node) for node in nodes]

    def shape(self, node):
        if node is None:
            return None
        name = type(node).__name__
        if isinstance(node, ast.Constant):
            return [constant_kind(node.value), *self.span(node), constant(node.value)]
        if isinstance(node, ast.operator | ast.unaryop | ast.cmpop | ast.boolop):
            return OPERATORS[name]
        special = getattr(self, "shape_" + name, None)
        if special:
            return special(node)
        fields = [self.field(value) for key, value in ast.iter_fields(node) if key not in ("ctx", "type_comment", "type_ignores", "simple", "kind", "type_params")]
        return [name, *(self.span(node) if hasattr(node, "lineno") else []), *fields]

    def field(self, value):
        if isinstance(value, list):
            return [self.field(item) for item in value]
        return self.shape(value) if isinstance(value, ast.AST) else value

    def shape_BoolOp(self, node):
        """a and b and c is one node in CPython; in the compact tree it leans to the left."""
        left = self.shape(node.values[0])
        start, end = self.span(node)
        for index, value in enumerate(node.values[1:], 1):
            last = index == len(node.values) - 1
            left = ["BoolOp", start, end if last else None, OPERATORS[type(node.op).__name__], left, self.shape(value)]
        return left

    def shape_JoinedStr(self, node):
        span = self.span(node)
        self.in_format += 1
        parts = self.parts(node)
        self.in_format -= 1
        return ["JoinedStr", *span, parts]

    def parts(self, node):
        return [part.value if isinstance(part, ast.Constant) else self.shape(part) for part in node.values]

    def shape_FormattedValue(self, node):
        conversion = "" if node.conversion == -1 else chr(node.conversion)
        return ["FormattedValue", self.shape(node.value), conversion, None if node.format_spec is None else self.parts(node.format_spec)]

    def shape_FunctionDef(self, node):
        kind = "FunctionDef" if isinstance(node, ast.FunctionDef) else "AsyncFunctionDef"
        return [kind, *self.span(node), node.name, self.many(node.decorator_list), self.parameters(node.args), self.shape(node.returns),
                ast.get_docstring(node, clean=False), self.many(node.body)]

    shape_AsyncFunctionDef = shape_FunctionDef

    def shape_Lambda(self, node):
        return ["Lambda", *self.span(node), self.parameters(node.args), self.shape(node.body)]

    def parameters(self, args):
        found = []
        plain = [(arg, "positional-only") for arg in args.posonlyargs] + [(arg, "regular") for arg in args.args]
        defaults = [None] * (len(plain) - len(args.defaults)) + args.defaults
        for (arg, kind), default in zip(plain, defaults):
            found.append([kind, arg.arg, self.shape(arg.annotation), self.shape(default)])
        if args.vararg:
            found.append(["variadic", args.vararg.arg, self.shape(args.vararg.annotation), None])
        for arg, default in zip(args.kwonlyargs, args.kw_defaults):
            found.append(["keyword-only", arg.arg, self.shape(arg.annotation), self.shape(default)])
        if args.kwarg:
            found.append(["keyword-variadic", args.kwarg.arg, self.shape(args.kwarg.annotation), None])
        return found

    def shape_ClassDef(self, node):
        return ["ClassDef", *self.span(node), node.name, self.many(node.decorator_list), self.many(node.bases), self.keywords(node.keywords),
                ast.get_docstring(node, clean=False), self.many(node.body)]

    def shape_Call(self, node):
        return ["Call", *self.span(node), self.shape(node.func), self.many(node.args), self.keywords(node.keywords)]

    def keywords(self, keywords):
        return [[keyword.arg, self.shape(keyword.value)] for keyword in keywords]

    def shape_comprehension(self, node):
        return [bool(node.is_async), self.shape(node.target), self.shape(node.iter), self.many(node.ifs)]

    def shape_alias(self, node):
        return [node.name, node.asname]

    def shape_withitem(self, node):
        return [self.shape(node.context_expr), self.shape(node.optional_vars)]

    def shape_match_case(self, node):
        return [self.shape(node.pattern), self.shape(node.guard), self.many(node.body)]

    def shape_MatchSingleton(self, node):
        start, end = self.span(node)
        return ["MatchValue", start, end, [constant_kind(node.value), start, end, constant(node.value)]]


def constant_kind(value):
    if value is None or value is True or value is False or value is ...:
        return str(value)
    return {"str": "Str", "bytes": "Bytes"}.get(type(value).__name__, "Number")


def constant(value):
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, complex):
        return f"{value.imag!r}j"
    if isinstance(value, bool) or value is None or value is ...:
        return None
    return value if isinstance(value, str) else repr(value)


def split_lines(text):
    """As Python's tokenizer does: a form feed ends no line."""
    lines, current = [], ""
    for index, character in enumerate(text):
        current += character
        if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
            lines.append(current)
            current = ""
    return lines + [current]


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def main():
    names = sys.argv[1:] or sorted(str(path) for path in FIXTURES.glob("*.py"))
    for name in names:
        path = pathlib.Path(name)
        source = path.read_bytes()
        text = source.decode("utf-8")
        shaper = Shaper(text)
        shape = shaper.many(ast.parse(source).body)
        path.with_suffix(".ast.json").write_text(json.dumps(shape, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


main()
