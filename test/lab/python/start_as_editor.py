"""Does what VS Code's Jupyter extension does: finds the kernelspec, starts it with ports of its own, and speaks to it without a server."""
import atexit
import json
import os
import subprocess
import sys
import tempfile

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.kernelspec import KernelSpecManager

folder = sys.argv[1]
told = {}

spec = KernelSpecManager().get_kernel_spec("variorum")
told["spec"] = {"language": spec.language, "interrupt_mode": spec.interrupt_mode, "resource_dir": spec.resource_dir}
file, _ = write_connection_file(os.path.join(tempfile.mkdtemp(), "kernel.json"))
argv = [part.replace("{connection_file}", file).replace("{resource_dir}", spec.resource_dir) for part in spec.argv]
process = subprocess.Popen(argv, cwd=folder, stdout=subprocess.DEVNULL)
atexit.register(process.kill)
client = BlockingKernelClient(connection_file=file)
client.load_connection_file()
client.start_channels()
# Asks for kernel_info until the answer and its status arrive: what was published before the line stood is lost.
client.wait_for_ready(timeout=30)


def ask(kind, content, channel="shell"):
    """One request and its reply; what it showed meanwhile is told with it."""
    message = client.session.msg(kind, content)
    getattr(client, f"{channel}_channel").send(message)
    while True:
        reply = getattr(client, f"get_{channel}_msg")(timeout=30)
        if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
            break
    shown = []
    while True:
        heard = client.get_iopub_msg(timeout=30)
        if heard["parent_header"].get("msg_id") != message["header"]["msg_id"]:
            continue
        if heard["msg_type"] == "status":
            if heard["content"]["execution_state"] == "idle":
                return reply["content"], shown
        else:
            shown.append([heard["msg_type"], heard["content"].get("text") or heard["content"].get("data", {}).get("text/plain")])


def execute(code, **options):
    content = {"code": code, "silent": False, "store_history": True, "allow_stdin": True, "stop_on_error": False}
    reply, shown = ask("execute_request", {**content, "user_expressions": {}, **options})
    return {"status": reply["status"], "count": reply["execution_count"], "shown": shown}


told["info"] = ask("kernel_info_request", {})[0]["language_info"]["mimetype"]
told["comms"] = ask("comm_info_request", {"target_name": "jupyter.widget"})[0]["comms"]
told["silent"] = execute("const hidden = 41; hidden", silent=True, store_history=False)
told["cell"] = execute("hidden + 1")
told["error"] = execute("nobody")["status"]
told["after"] = execute('import {readCorpus} from "variorum"; typeof readCorpus')
told["completion"] = ask("complete_request", {"code": "hidd", "cursor_pos": 4})[0]["matches"]
endless = client.session.msg("execute_request", {"code": "while (true) ;", "silent": False, "stop_on_error": False})
client.shell_channel.send(endless)
while client.get_iopub_msg(timeout=30)["msg_type"] != "execute_input":
    pass
told["interrupt"] = ask("interrupt_request", {}, "control")[0]["status"]
told["alive"] = execute("hidden")["shown"][-1]
told["shutdown"] = ask("shutdown_request", {"restart": False}, "control")[0]["restart"]
told["exit"] = process.wait(timeout=20)
print(json.dumps(told))
