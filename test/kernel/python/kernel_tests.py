"""Jupyter's own tests of a kernel, with every sample that they can use."""
import jupyter_kernel_test

VEGA_LITE = """({$schema: "https://vega.github.io/schema/vega-lite/v6.json", mark: "bar",
  data: {values: [{a: "x", b: 1}]}, encoding: {x: {field: "a"}, y: {field: "b", type: "quantitative"}}})"""


class VariorumTests(jupyter_kernel_test.KernelTests):
    kernel_name = "variorum"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('to stderr')"
    code_page_something = "JSON.stringify?"
    code_generate_error = "throw new Error('on purpose')"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "'a' + 'b'", "result": "'ab'"},
        {"code": "[{n: 1}]", "mime": "text/html"},
        {"code": VEGA_LITE, "mime": "application/vnd.vegalite.v5+json"},
        {"code": VEGA_LITE.replace('"x"', '"y"'), "mime": "image/svg+xml"},
    ]
    code_display_data = [
        {"code": "html('<b>bold</b>')", "mime": "text/html"},
        {"code": "svg('<svg xmlns=\"http://www.w3.org/2000/svg\"/>')", "mime": "image/svg+xml"},
        {"code": "markdown('# head')", "mime": "text/markdown"},
        {"code": f"display({VEGA_LITE})", "mime": "application/vnd.vegalite.v5+json"},
        {"code": "display({'application/json': {a: 1}})", "mime": "application/json"},
    ]
    completion_samples = [
        {"text": "console.lo", "matches": {"log"}},
        {"text": "[1].findLastI", "matches": {"findLastIndex"}},
        {"text": "JSON.str"},
        {"text": "import {x} from 'vega-li", "matches": {"vega-lite"}},
    ]
    complete_code_samples = ["1", "const a = 1;", "function f() {\n  return 1\n}", "`text`", "await 1", "<T>(x: T) => x", ""]
    incomplete_code_samples = ["function f(", "if (a) {", "[1,", "`text", "/* text", "class A {\n  m() {", "const a ="]
    invalid_code_samples = ["const = 1", "a b", "f(1))", "let 1a", "return 1"]
    code_inspect_sample = "JSON.stringify"
    code_clear_output = "clearOutput()"
    code_history_pattern = "6 ?[*] 7".replace("[*]", "*")
    supported_history_operations = ("tail", "range", "search")


class WelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "variorum"
    support_iopub_welcome = True
