"""A kernel of one's own for each test class, and short ways to ask it."""
import os
import signal
import tempfile
import threading
import time
import unittest

from jupyter_client.manager import KernelManager


class Shown:
    """What one execution showed: the reply, and the messages on iopub in their order."""

    def __init__(self, reply, messages, seconds):
        self.reply = reply
        self.content = reply["content"]
        self.status = self.content["status"]
        self.messages = messages
        self.seconds = seconds

    def of(self, kind):
        return [m["content"] for m in self.messages if m["msg_type"] == kind]

    def text(self, name="stdout"):
        return "".join(c["text"] for c in self.of("stream") if c["name"] == name)

    @property
    def result(self):
        results = self.of("execute_result")
        return results[0]["data"]["text/plain"] if results else None


class KernelCase(unittest.TestCase):
    environment = {}

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="variorum-notebooks-")
        cls.km = KernelManager(kernel_name="variorum")
        cls.km.start_kernel(cwd=cls.folder, env={**os.environ, **cls.environment})
        cls.kc = cls.km.client()
        cls.kc.start_channels()
        cls.kc.wait_for_ready(timeout=30)

    @classmethod
    def tearDownClass(cls):
        cls.kc.stop_channels()
        cls.km.shutdown_kernel(now=True)

    def run_cell(self, code, timeout=30, client=None, **options):
        started = time.time()
        messages = []
        kc = client or self.kc
        reply = kc.execute_interactive(code, timeout=timeout, output_hook=messages.append, **options)
        return Shown(reply, messages, time.time() - started)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w") as file:
            file.write(text)
        return path

    def interrupt_after(self, seconds, how="message"):
        """Interrupts later; gives a list that will hold the time at which it did."""
        when = []

        def interrupt():
            when.append(time.time())
            if how == "message":
                self.km.interrupt_kernel()
            else:
                os.killpg(os.getpgid(self.km.provisioner.process.pid), signal.SIGINT)

        threading.Timer(seconds, interrupt).start()
        return when

    def iopub_until_idle(self, msg_id, timeout=10):
        messages = []
        while True:
            message = self.kc.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            messages.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return messages

    def shell_reply(self, msg_id, timeout=10):
        while True:
            reply = self.kc.get_shell_msg(timeout=timeout)
            if reply["parent_header"].get("msg_id") == msg_id:
                return reply
