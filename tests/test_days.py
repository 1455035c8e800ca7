"""No test takes a day or an hour while it is read in: a run that passes midnight would then hold yesterday's."""

import ast

from tests.source import python_files, relative, tree

CLOCKS = {"timezone.localdate", "timezone.now", "timezone.localtime", "datetime.date.today", "datetime.datetime.now"} | {
    "date.today", "datetime.now", "time.time", "in_days", "dated",
}  # fmt: skip


def clocks_read_at_once(module: ast.Module):
    """The calls of a clock that happen as the module is loaded: outside every function, in its decorators and defaults."""
    waiting = list(module.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
        elif not isinstance(node, ast.Lambda):
            waiting += ast.iter_child_nodes(node)
            if isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCKS:
                yield node


def test_no_test_holds_the_day_on_which_it_was_read_in():
    tests = [path for path in python_files(tests=True) if "tests" in path.parts]
    assert [
        f"{relative(path)}:{call.lineno}" for path in tests for call in clocks_read_at_once(tree(path))
    ] == []


def test_control_a_day_held_is_noticed():
    held = "TODAY = timezone.localdate()\n@mark(in_days(1))\ndef one(day=date.today()):\n    return timezone.now()\n"
    assert {call.lineno for call in clocks_read_at_once(ast.parse(held))} == {1, 2, 3}
