"""Starts each kernel in turn, several rounds, and prints medians and ratios. All of them meet the same client."""
import os
import queue
import socket
import statistics
import sys
import time

from jupyter_client.manager import KernelManager

TRIVIAL = 50
COMPLETIONS = 30


def wait_for_port(ip, port, deadline=60):
    """ZeroMQ tries again to connect only every 100 ms: the client connects when the kernel listens."""
    until = time.perf_counter() + deadline
    while time.perf_counter() < until:
        with socket.socket() as probe:
            if probe.connect_ex((ip, port)) == 0:
                return
        time.sleep(0.001)
    raise TimeoutError("the kernel does not listen")


def reply_to(kc, msg_id, timeout=60):
    while True:
        reply = kc.get_shell_msg(timeout=timeout)
        if reply["parent_header"].get("msg_id") == msg_id:
            return reply


def wait_for_subscription(kc):
    """What a kernel publishes before the client's subscription has reached it is lost, whichever kernel it is."""
    heard = False
    while not heard:
        reply_to(kc, kc.kernel_info())
        try:
            while True:
                kc.get_iopub_msg(timeout=0.3)
                heard = True
        except queue.Empty:
            pass


def round_trip(kc, code):
    """Seconds from sending a cell to its reply and its idle, whichever is later."""
    started = time.perf_counter()
    msg_id = kc.execute(code)
    reply_to(kc, msg_id)
    replied = time.perf_counter()
    while True:
        message = kc.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") == msg_id and message["content"].get("execution_state") == "idle":
            return max(replied, time.perf_counter()) - started


def processes(pid):
    children = open(f"/proc/{pid}/task/{pid}/children").read().split()
    return [pid] + [p for child in children for p in processes(int(child))]


def memory_mb(pid):
    """Of all processes: resident (what they share counted for each), and proportional (counted once)."""
    rss = pss = 0
    for process in processes(pid):
        for line in open(f"/proc/{process}/smaps_rollup"):
            if line.startswith("Rss:"):
                rss += int(line.split()[1])
            elif line.startswith("Pss:"):
                pss += int(line.split()[1])
    return rss / 1024, pss / 1024


def measure(name):
    km = KernelManager(kernel_name=name)
    started = time.perf_counter()
    km.start_kernel(cwd=os.path.join(os.getcwd(), "test", "bench"), stderr=open(os.devnull, "w"), stdout=open(os.devnull, "w"))
    found = {}
    try:
        wait_for_port(km.ip, km.shell_port)
        kc = km.client()
        kc.start_channels()
        reply_to(kc, kc.kernel_info())
        found["ready, s"] = time.perf_counter() - started
        reply_to(kc, kc.execute("1 + 1"))
        found["first result, s"] = time.perf_counter() - started
        wait_for_subscription(kc)
        for n in range(10):
            round_trip(kc, f"1 + {n}")
        found["memory (RSS), MB"], found["memory (PSS), MB"] = memory_mb(km.provisioner.process.pid)
        trips = sorted(round_trip(kc, f"{n} * 2") for n in range(TRIVIAL))
        found["trivial cell, ms"] = statistics.median(trips) * 1000
        if name != "deno":
            round_trip(kc, "const measured = [{alpha: 1, beta: 'x'}]")
        completions = []
        for n in range(COMPLETIONS if name != "deno" else 0):
            code = "measured[0]!.al"
            begun = time.perf_counter()
            content = reply_to(kc, kc.complete(code, len(code)))["content"]
            completions.append(time.perf_counter() - begun)
            assert "alpha" in content["matches"], content
        if completions:
            found["first typed completion, ms"] = completions[0] * 1000
            found["later completions, p95, ms"] = sorted(completions[1:])[int(len(completions[1:]) * 0.95)] * 1000
        typed = sorted(round_trip(kc, f"const t{n} = measured.length + {n}; t{n}") for n in range(10)) if name != "deno" else []
        if typed:
            found["cell with a type check, ms"] = statistics.median(typed) * 1000
        kc.stop_channels()
    finally:
        km.shutdown_kernel(now=True)
    return found


def measure_fresh(name):
    """The first completion of a kernel that has run nothing; no page has opened it, so nothing was made ready for it."""
    km = KernelManager(kernel_name=name)
    km.start_kernel(cwd=os.path.join(os.getcwd(), "test", "bench"), stderr=open(os.devnull, "w"), stdout=open(os.devnull, "w"))
    try:
        wait_for_port(km.ip, km.shell_port)
        kc = km.client()
        kc.start_channels()
        reply_to(kc, kc.kernel_info())
        code = "const measured = [{alpha: 1, beta: 'x'}]; measured[0]!.al"
        begun = time.perf_counter()
        assert "alpha" in reply_to(kc, kc.complete(code, len(code)))["content"]["matches"]
        kc.stop_channels()
        return {"completion, fresh kernel, ms": (time.perf_counter() - begun) * 1000}
    finally:
        km.shutdown_kernel(now=True)


def main():
    rounds, names = int(sys.argv[1]), sys.argv[2:]
    results = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            results[name].append(measure(name) | (measure_fresh(name) if name != "deno" else {}))
    rows = list(results[names[0]][0])
    print(f"{'median of ' + str(rounds) + ' rounds':30}" + "".join(f"{n:>12}" for n in names) + "".join(f"{'/ ' + n:>10}" for n in names[1:]))
    for row in rows:
        medians = {n: statistics.median(v) for n in names if (v := [r[row] for r in results[n] if row in r])}
        cells = "".join(f"{medians[n]:12.2f}" if n in medians else f"{'-':>12}" for n in names)
        ratios = "".join(f"{medians[names[0]] / medians[n]:10.2f}" if n in medians else f"{'-':>10}" for n in names[1:])
        print(f"{row:30}{cells}{ratios}")


main()
