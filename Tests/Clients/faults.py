#!/usr/bin/env python3
"""The service under clients that are slow, broken or out to do harm, beside one that behaves.

    Tests/Clients/faults.py [--service .build/release/jinfeng-serve] [--connections 10000]

Starts the service on a port of its own with short deadlines. While each mischief lasts, well-behaved questions are asked:
none may fail, and 99 % must be answered within three times what they take alone. Afterwards the memory must have come
back. Needs nothing beside Python's standard library, and Debian's slowhttptest for one check; all of it stays on this machine's loopback.
"""

import argparse
import json
import os
import re
import resource
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAD, BODY, IDLE = 3, 3, 4  # s, the deadlines the service is started with
QUESTION = b"GET /locate?position=106.33,29.52 HTTP/1.1\r\nHost: localhost\r\n\r\n"
CHECKS = []


def check(function):
    """A check is a function whose name says what must hold; it returns what was seen."""
    CHECKS.append(function)
    return function


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--service", type=Path, default=ROOT / ".build/release/jinfeng-serve")
    parser.add_argument("--connections", type=int, default=10_000, help="that say nothing")
    parser.add_argument("--only", help="run the checks whose name holds this")
    return parser.parse_args()


class Service:
    def __init__(self, binary, *settings):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = subprocess.Popen(
            [binary, f"--port={self.port}", f"--geodata={ROOT / 'GeoData'}", "--max-connections=20000", f"--head-seconds={HEAD}",
             f"--body-seconds={BODY}", f"--idle-seconds={IDLE}", *settings],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 30
        while True:
            try:
                return self.open().close()
            except OSError:
                if time.monotonic() > end or self.process.poll() is not None:
                    sys.exit("the service does not start")
                time.sleep(0.02)

    def open(self, timeout=15, receive=None):
        connection = socket.socket()
        if receive:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
        connection.settimeout(timeout)
        connection.connect(("127.0.0.1", self.port))
        return connection

    def exchange(self, request, timeout=15):
        """All that comes back until the service closes."""
        with self.open(timeout) as connection:
            send_quietly(connection, request)
            return everything(connection)

    def ask(self, method, target, body=None, headers=()):
        """Status, members of the answer where it is JSON, and milliseconds."""
        lines = [f"{method} {target} HTTP/1.1", "Host: localhost", "Connection: close", *headers]
        if body is not None:
            lines.append(f"Content-Length: {len(body)}")
        request = "\r\n".join(lines).encode() + b"\r\n\r\n" + (body or b"")
        with self.open() as connection:
            began = time.perf_counter()
            sender = threading.Thread(target=send_quietly, args=(connection, request), daemon=True)
            sender.start()
            text = b""
            while not is_whole(text) and (part := connection.recv(1 << 16)):
                text += part
            took = (time.perf_counter() - began) * 1000
            sender.join(10)
        head, _, rest = text.partition(b"\r\n\r\n")
        try:
            members = json.loads(rest)
        except ValueError:
            members = None
        return int(head.split()[1]) if head else 0, members, took

    def memory(self):
        """Resident MB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024

    def worked(self):
        """Seconds of the processor it has taken, all its threads together, but for the event loops."""
        ticks = 0
        for task in Path(f"/proc/{self.process.pid}/task").iterdir():
            name, _, rest = (task / "stat").read_text().rpartition(")")
            if "NIO" not in name:
                ticks += sum(int(part) for part in rest.split()[11:13])
        return ticks / os.sysconf("SC_CLK_TCK")

    def sockets(self):
        """How many files it has open: sockets, but for the few it began with."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)


def send_quietly(connection, request):
    try:
        connection.sendall(request)
    except OSError:
        pass  # It has answered and closed before it had read all.


def send_quietly_for(connection, request):
    """Sends as much as goes without waiting."""
    connection.setblocking(False)
    try:
        connection.send(request)
    except BlockingIOError:
        pass


def is_whole(text):
    """Whether an answer with a Content-Length has come to its end."""
    head, _, rest = text.partition(b"\r\n\r\n")
    length = [int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")]
    return bool(length) and len(rest) >= length[0]


def everything(connection):
    parts = []
    try:
        while part := connection.recv(1 << 16):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def read_answer(connection, buffer=b""):
    """One answer with a Content-Length, and what follows it."""
    while b"\r\n\r\n" not in buffer:
        part = connection.recv(1 << 16)
        if not part:
            raise ConnectionError("closed before the head had come")
        buffer += part
    head, _, rest = buffer.partition(b"\r\n\r\n")
    length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
    while len(rest) < length:
        part = connection.recv(1 << 16)
        if not part:
            raise ConnectionError("closed before the body had come")
        rest += part
    return head, rest[:length], rest[length:]


class GoodTraffic:
    """Questions one after the other on a connection that stays, until told to stop."""

    def __init__(self, service):
        self.service, self.times, self.failures, self.isOver = service, [], [], False
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()
        while not self.times and not self.failures:
            time.sleep(0.01)

    def run(self):
        with self.service.open() as connection:
            while not self.isOver:
                began = time.perf_counter()
                try:
                    connection.sendall(QUESTION)
                    head, body, _ = read_answer(connection)
                    if not head.startswith(b"HTTP/1.1 200") or b'"shengmingdao"' not in body:
                        self.failures.append(head[:80])
                except (OSError, ConnectionError) as error:
                    self.failures.append(error)
                    return
                self.times.append((time.perf_counter() - began) * 1000)
                time.sleep(0.002)

    def end(self):
        """Milliseconds within which 99 % were answered."""
        self.isOver = True
        self.thread.join(20)
        if self.failures or not self.times:
            raise AssertionError(f"good questions failed: {self.failures[:3]}, answered {len(self.times)}")
        return sorted(self.times)[int(len(self.times) * 0.99)]


def closed_within(connections, seconds):
    """How many of the connections the other side has closed, waiting no longer than so many seconds for all."""
    open_ones, end = list(connections), time.monotonic() + seconds
    while open_ones and time.monotonic() < end:
        still = []
        for connection in open_ones:
            connection.setblocking(False)
            try:
                if connection.recv(1 << 16):
                    still.append(connection)
            except BlockingIOError:
                still.append(connection)
            except OSError:
                pass
        open_ones = still
        time.sleep(0.05)
    return len(connections) - len(open_ones)


def dribble(connections, byte, seconds):
    """Sends a byte on each again and again, until the other side has had enough of all."""
    alive, end = list(connections), time.monotonic() + seconds
    for connection in alive:
        connection.setblocking(False)
    while alive and time.monotonic() < end:
        still = []
        for connection in alive:
            try:
                connection.send(byte)
                if connection.recv(1 << 16):
                    still.append(connection)
            except BlockingIOError:
                still.append(connection)
            except OSError:
                pass
        alive = still
        time.sleep(0.2)
    return len(connections) - len(alive)


def close_all(connections):
    for connection in connections:
        connection.close()


@check
def heads_that_dribble_in_are_cut_off(service, options):
    connections = [service.open() for _ in range(500)]
    for connection in connections:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nX-")
    closed = dribble(connections, b"a", HEAD + 3)
    close_all(connections)
    assert closed == 500, f"{closed} of 500 were cut off"
    return "500 cut off"


@check
def bodies_that_stand_still_are_cut_off(service, options):
    connections = [service.open() for _ in range(300)]
    for number, connection in enumerate(connections):
        target = "/assess" if number % 2 else "/find?in=shengmingdao"
        connection.sendall(
            f"POST {target} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/geo+json\r\nContent-Length: 100000\r\n\r\n[".encode())
    closed = closed_within(connections, BODY + 4)
    close_all(connections)
    assert closed == 300, f"{closed} of 300 were cut off"
    return "300 cut off"


@check
def bodies_that_dribble_in_are_refused(service, options):
    connections = [service.open() for _ in range(100)]
    for connection in connections:
        connection.sendall(
            b"POST /assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/geo+json\r\nContent-Length: 100000\r\n\r\n[")
    closed = dribble(connections, b" ", BODY + 6)
    close_all(connections)
    assert closed == 100, f"{closed} of 100 were refused"
    return "100 refused"


@check
def readers_that_take_nothing_are_cut_off(service, options):
    before, held = service.memory(), service.sockets()
    connections = [service.open(receive=4096) for _ in range(40)]
    for number, connection in enumerate(connections):
        # Pictures of a megabyte and more, and pages of a kilobyte or two, more of them than any buffer holds.
        if number < 10:
            connection.sendall(b"GET /map.svg HTTP/1.1\r\nHost: localhost\r\n\r\n" * 4)
        else:
            send_quietly_for(connection, b"GET /collections/context/items?limit=100 HTTP/1.1\r\nHost: localhost\r\n\r\n" * 200)
    most, end = 0, time.monotonic() + IDLE + 25
    # The kernel keeps what was sent and not taken, so the client hears nothing: the service's own sockets tell.
    while time.monotonic() < end and service.sockets() > held:
        most = max(most, service.memory())
        time.sleep(0.1)
    left = service.sockets() - held
    close_all(connections)
    assert left <= 0, f"{left} of 40 were not cut off"
    assert most < before + 300, f"memory rose from {before:.0f} to {most:.0f} MB"
    return f"40 cut off, at most {most - before:.0f} MB more"


# What slowhttptest does, with how many connections it is to see closed before its time is up: of who reads slowly the kernel
# keeps what was sent, so that the client hears nothing of it.
SLOW = {
    "slow heads": (["-H", "-i", "1", "-x", "24", "-t", "GET"], "/health", True),
    "slow bodies": (["-B", "-i", "1", "-x", "10", "-s", "8192", "-t", "POST", "-f", "application/geo+json"], "/assess", True),
    "slow readers": (["-X", "-w", "256", "-y", "512", "-n", "1", "-z", "32", "-k", "5"], "/collections/context/items?limit=100", False),
}


@check
def slowhttptest_wears_nothing_out(service, options):
    program = shutil.which("slowhttptest")
    if not program:
        return "left out, not installed: slowhttptest"
    held, said = service.sockets(), []
    for name, (mode, target, is_cut_off) in SLOW.items():
        run = subprocess.run(
            [program, "-c", "1000", "-r", "500", "-p", "3", "-l", str(3 * IDLE), *mode, "-u", f"http://127.0.0.1:{service.port}{target}"],
            capture_output=True, text=True)
        text = re.sub(r"\x1b\[[0-9;]*\w", "", run.stdout).replace("\r", "")
        states = re.findall(r"service available:\s+(\w+)", text)
        assert states and set(states) == {"YES"}, f"{name}: its probe was not answered within 3 s: {text[-600:]}"
        seconds = re.search(r"Test ended on (\d+)", text)[1]
        assert not is_cut_off or "No open connections left" in text, f"{name}: some were still open after {seconds} s"
        said.append(f"{name} over after {seconds} s")
    end = time.monotonic() + IDLE + 5
    while service.sockets() > held and time.monotonic() < end:
        time.sleep(0.1)
    assert service.sockets() <= held, f"{service.sockets() - held} connections are still held"
    return ", ".join(said)


@check
def silent_connections_do_no_harm(service, options):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    count = min(options.connections, hard - 200)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    before = service.memory()
    connections = [service.open() for _ in range(count)]
    most = service.memory()
    closed = closed_within(connections, HEAD + 10)
    close_all(connections)
    assert closed == count, f"{closed} of {count} were closed"
    return f"{count:,} opened and closed in the end, {(most - before) * 1024 / count:.0f} KB each"


@check
def half_closed_connections_get_their_answer(service, options):
    for _ in range(100):
        with service.open() as connection:
            connection.sendall(QUESTION)
            connection.shutdown(socket.SHUT_WR)
            text = everything(connection)
            assert text.startswith(b"HTTP/1.1 200") and text.rstrip().endswith(b"}"), text[:100]
    # A picture takes longer than a client is given that may have gone; of HTTP/1.0 it may not be sounded out.
    for version, path in [(b"1.1", b"/map.png?size=a2&title=half"), (b"1.0", b"/map.png?size=a2&title=closed")]:
        with service.open(timeout=60) as connection:
            connection.sendall(b"GET " + path + b" HTTP/" + version + b"\r\nHost: a\r\n\r\n")
            connection.shutdown(socket.SHUT_WR)
            text = everything(connection)
            interim, found, rest = text.partition(b"HTTP/1.1 100 Continue\r\n\r\n")
            assert (rest if found else interim).startswith(b"HTTP/1.1 200"), (version, text[:200])
            assert not found or version == b"1.1", "an interim answer to HTTP/1.0"
            assert b"\x89PNG" in text and text.endswith(b"IEND\xaeB`\x82"), (version, len(text))
    unfinished = [service.open() for _ in range(100)]
    for connection in unfinished:
        connection.sendall(b"GET /health HT")
        connection.shutdown(socket.SHUT_WR)
    closed = closed_within(unfinished, HEAD + 2)
    close_all(unfinished)
    assert closed == 100, f"{closed} of 100 unfinished ones were closed"
    return "100 and two pictures answered, 100 unfinished ones closed"


@check
def clients_that_vanish_leave_nothing_behind(service, options):
    for number in range(400):
        connection = service.open()
        request = [QUESTION, b"GET /map.svg?size=a4 HTTP/1.1\r\nHost: a\r\n\r\n"][number % 10 == 0]
        connection.sendall(request)
        # A reset instead of an orderly end.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        connection.close()
    return "400 resets"


@check
def a_picture_nobody_waits_for_is_not_drawn_on(service, options):
    """By the processor's time: a picture drawn to its end beside one whose client left when it had just begun."""

    def picture(number, leaves):
        # Each its own, so that none is kept from before.
        request = f"GET /map.png?size=a1&title={number} HTTP/1.1\r\nHost: a\r\n\r\n".encode()
        before = service.worked()
        with service.open(timeout=60) as connection:
            connection.sendall(request)
            if leaves:
                time.sleep(0.05)
            else:
                read_answer(connection)
        # Until the threads have come to rest, but for what good questions take.
        time.sleep(2)
        return service.worked() - before

    whole = statistics.median(picture(number, False) for number in range(3))
    left = statistics.median(picture(number, True) for number in range(3, 6))
    assert left < whole / 2, f"{left:.2f} s of the processor where {whole:.2f} draw it whole"
    return f"{left:.2f} s of the processor instead of {whole:.2f}"


@check
def a_hundred_thousand_headers_are_refused(service, options):
    slowest = 0
    for _ in range(5):
        began = time.perf_counter()
        text = service.exchange(
            b"GET /health HTTP/1.1\r\nHost: a\r\n" + b"".join(b"X-%d: a\r\n" % n for n in range(100_000)) + b"\r\n")
        slowest = max(slowest, (time.perf_counter() - began) * 1000)
        # Where the service closes while we still send, the answer may be lost with the connection; never may it be 200.
        assert text == b"" or text.startswith(b"HTTP/1.1 400"), text[:100]
    for name, request in {
        "one header of 10 MB": b"GET /health HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 10_000_000 + b"\r\n\r\n",
        "a target of 10 MB": b"GET /" + b"a" * 10_000_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    }.items():
        text = service.exchange(request)
        assert text == b"" or text.startswith(b"HTTP/1.1 4"), (name, text[:100])
    return f"the slowest after {slowest:.0f} ms"


SMUGGLED = b"GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"
POST = b"POST /assess HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
# Requests that two servers in a row may cut apart differently. What hides in the body must never be answered.
SMUGGLING = {
    "length and chunks": POST + b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "chunks and length": POST + b"Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "two lengths": POST + b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a list of lengths": POST + b"Content-Length: 0, %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a signed length": POST + b"Content-Length: +%d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a negative length": POST + b"Content-Length: -1\r\n\r\n" + SMUGGLED,
    "a length in hexadecimal": POST + b"Content-Length: 0x10\r\n\r\n" + SMUGGLED,
    "a length beyond all": POST + b"Content-Length: 99999999999999999999999\r\n\r\n" + SMUGGLED,
    "a length with a space in it": POST + b"Content-Length: 1 0\r\n\r\n" + SMUGGLED,
    "bare line feeds": b"POST /assess HTTP/1.1\nHost: a\nContent-Length: %d\n\n" % len(SMUGGLED) + SMUGGLED,
    "a bare line feed before a length": POST + b"X: a\nContent-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a bare carriage return": POST + b"X: a\rContent-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a folded header": POST + b"X: a\r\n Content-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a folded coding": POST + b"Transfer-Encoding:\r\n chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "a space before the colon": POST + b"Content-Length : %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a coding with a tab": POST + b"Transfer-Encoding:\tchunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "an unknown coding": POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "chunked not last": POST + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "two codings": POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "chunks with an extension": POST + b"Transfer-Encoding: chunked\r\n\r\n0;a=\n" + SMUGGLED,
    "a chunk's extension across lines": POST + b"Transfer-Encoding: chunked\r\n\r\n2;\nxx\r\n%x\r\n0\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a chunk's size in 0x": POST + b"Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" + SMUGGLED,
    "a negative chunk": POST + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n" + SMUGGLED,
    "a chunk beyond all": POST + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n\r\n" + SMUGGLED,
    "a chunk without its end": POST + b"Transfer-Encoding: chunked\r\n\r\n1\r\na0\r\n\r\n" + SMUGGLED,
    "a null in a header": POST + b"X: a\0b\r\nContent-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a null in the target": b"GET /hea\0lth HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a header without a name": POST + b": a\r\nContent-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a line that is no header": POST + b"Content-Length\r\nX: %d\r\n\r\n" % len(SMUGGLED),
    "a version unheard of": b"GET /health HTTP/9.9\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "the preface of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + SMUGGLED,
    "a body with GET": b"GET /health HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
}


@check
def nothing_is_smuggled(service, options):
    refused, hung = 0, []
    for name, request in SMUGGLING.items():
        try:
            text = service.exchange(request, timeout=IDLE + 6)
        except TimeoutError:
            hung.append(name)
            continue
        assert b"smuggled" not in text, f"{name}: {text[-300:]}"
        assert text == b"" or text.startswith(b"HTTP/1.1 "), f"{name}: {text[:100]}"
        refused += text.startswith(b"HTTP/1.1 4")
    assert not hung, f"left open: {hung}"
    return f"{len(SMUGGLING)} requests, {refused} refused"


ITEMS = "/collections/jinfeng-five-zones/items"
PROBLEMS = [
    ("GET", "/locate?position=106.33,29.52&x=1", 400, "unknown_parameter"),
    ("GET", "/locate?position=106.33,29.52&position=1,2", 400, "repeated_parameter"),
    ("GET", "/locate", 400, "missing_parameter"),
    ("GET", "/locate?position=NaN,NaN", 400, None),
    ("GET", "/locate?position=inf,1e999", 400, None),
    ("GET", "/locate?position=" + "1" * 60_000, 400, None),
    ("GET", "/locate?position=29.52,106.33", 400, "swapped_lon_lat"),
    ("GET", "/locate?position=106.33,29.52&frame=%2Bproj%3Dutm", 400, None),
    ("GET", ITEMS + "?limit=-1", 400, "invalid_parameter"), ("GET", ITEMS + "?limit=0", 400, "invalid_parameter"),
    ("GET", ITEMS + "?limit=all", 400, "invalid_parameter"), ("GET", ITEMS + "?limit=1000000000", 200, None),
    ("GET", ITEMS + "?bbox=107,29,106,30", 400, "invalid_bbox"), ("GET", ITEMS + "?bbox=", 400, "invalid_parameter"),
    ("GET", ITEMS + "?bbox=nan,nan,nan,nan", 400, "invalid_bbox"),
    ("GET", ITEMS + "?crs=http://www.opengis.net/def/crs/EPSG/0/99999", 400, "unknown_crs"),
    ("GET", "/collections/nowhere/items", 404, "unknown_id"),
    ("GET", ITEMS + "?filter=" + "(" * 10_000 + "located" + ")" * 10_000, 400, None),
    ("GET", ITEMS + "?filter=" + "%20or%20".join(["located=true"] * 3000), None, None),
    ("GET", "/zones/..%2F..%2Fetc%2Fpasswd", 404, "unknown_id"), ("GET", "/zones/../../etc/passwd", 404, None),
    ("GET", "/zones/%00", 400, "bad_encoding"), ("GET", "/zones/" + "a" * 65_536, 404, "unknown_id"),
    ("GET", "/zones/" + "%E9%87%91" * 7000, 404, "unknown_id"),
    ("PATCH", "/locate", 405, "method_not_allowed"), ("BREW", "/locate", None, None),
]
RING = ",".join(f"[{106.3 + n % 1000 * 1e-5:.5f},{29.5 + n // 1000 * 1e-5:.5f}]" for n in range(1_000_000))
BODIES = [
    ("/assess", "application/geo+json", b'{"type":"Polygon","coordinates":[[' + RING.encode() + b"]]}", 413, None),
    ("/assess", "application/geo+json", b"[" * 1_000_000, None, None),
    ("/assess", "application/geo+json", b'{"type":"GeometryCollection","geometries":[' * 5000, 400, None),
    ("/assess", "application/geo+json", b'{"type":"Point","coordinates":[106.33,', 400, "invalid_json"),
    ("/assess", "application/geo+json", b"", 400, "empty_body"),
    ("/assess", "image/png", b"\x89PNG", 415, "unsupported_media_type"),
    ("/assess", "text/plain", b"POLYGON((" * 10_000, 400, None),
    ("/assess", "text/plain", "POINT(106.33 29.52)".encode("utf-16"), None, None),
    ("/locate", "text/csv", "名称,经度,纬度\n甲,106.33,29.52\n".encode("gbk"), 200, None),
    ("/locate", "text/csv; charset=utf-8", b"\xef\xbb\xbflon,lat\n106.33,29.52\n", 200, None),
    ("/locate", "text/csv", b"\xff\xfe\xfd\0\0\0", 400, None),
    ("/locate", "application/x-ndjson", b'{"lon":106.33,"lat":29.5', 200, None),
    ("/locate", "application/x-ndjson", b"{" * 100_000, 200, None),
    (ITEMS, "application/json", b'{"op":"and","args":[' * 10_000, 400, None),
    (ITEMS, "application/json", b'{"op":"or","args":[' + b",".join([b'{"op":"=","args":[{"property":"role"},"area"]}'] * 10_000) + b"]}",
     None, None),
    ("/find?in=shengmingdao", "application/geo+json", b'{"type":"FeatureCollection","features":[]}', None, None),
]


@check
def bad_input_is_told_at_once(service, options):
    slowest = (0, "")
    asked = [(method, target, None, (), status, code) for method, target, status, code in PROBLEMS]
    asked += [("POST", target, body, (f"Content-Type: {kind}",), status, code) for target, kind, body, status, code in BODIES]
    for method, target, body, headers, status, code in asked:
        name = f"{method} {target[:60]} {(body or b'')[:40]!r}"
        # What is refused is refused by its own words, the better of two tries: another program may have had the processor.
        tries = [service.ask(method, target, body, headers) for _ in range(2)]
        answered, members, _ = tries[0]
        took = min(took for _, _, took in tries)
        assert status is None or answered == status, f"{name}: {answered} {members and members.get('detail')}"
        assert answered != 0 and answered < 500, f"{name}: {answered}"
        if answered >= 400:
            assert members and members["code"] and members["remedy"] and members["status"] == answered, f"{name}: {members}"
            assert code is None or members["code"] == code, f"{name}: {members['code']}"
        slowest = max(slowest, (took, name))
    assert slowest[0] < 100, f"{slowest[1]} took {slowest[0]:.0f} ms"
    return f"{len(asked)} told, the slowest after {slowest[0]:.0f} ms: {slowest[1][:70]}"


def stopping_loses_nothing(binary):
    """SIGTERM while a stream and short questions are under way."""
    service = Service(binary, "--drain-seconds=20")
    with service.open(timeout=30) as connection:
        connection.sendall(
            b"POST /locate HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
            b"b\r\nid,lon,lat\n\r\n")
        block = b"".join(b"%d,106.33,29.52\n" % n for n in range(1000))
        taken = []
        reader = threading.Thread(target=lambda: taken.append(everything(connection)))
        reader.start()
        others = [service.open() for _ in range(20)]
        for number in range(40):
            if number == 20:
                for other in others:
                    other.sendall(QUESTION)
                time.sleep(0.05)
                service.process.send_signal(signal.SIGTERM)
            connection.sendall(b"%x\r\n" % len(block) + block + b"\r\n")
            time.sleep(0.05)
        connection.sendall(b"0\r\n\r\n")
        reader.join(30)
    answered = sum(read_answer(other)[0].startswith(b"HTTP/1.1 200") for other in others)
    close_all(others)
    status = service.process.wait(30)
    rows = taken[0].count(b"106.33,29.52")
    assert taken[0].endswith(b"0\r\n\r\n"), "the stream was cut off"
    assert rows == 40_000, f"{rows} of 40000 rows were answered"
    assert answered == 20, f"{answered} of 20 questions were answered"
    assert status == 0, f"it ended with {status}"
    return "40,000 rows and 20 questions answered, exit code 0"


def main():
    options = parse()
    if not options.service.exists():
        sys.exit(f"{options.service} is missing: make build")
    checks = [function for function in CHECKS if not options.only or options.only in function.__name__]
    service, failures = Service(options.service), 0
    try:
        # What is made once, such as fonts for pictures, is made before memory is looked at.
        for target in ("/map.svg", "/assess?position=106.33,29.52", "/collections/context/items"):
            service.ask("GET", target)
        traffic = GoodTraffic(service)
        time.sleep(5)
        alone = traffic.end()
        before = service.memory()
        print(f"good questions alone: 99 % within {alone:.1f} ms; memory {before:.0f} MB")
        for function in checks:
            name = function.__name__.replace("_", " ")
            traffic = GoodTraffic(service)
            began = time.monotonic()
            try:
                seen = function(service, options)
                # Long enough for a hundredth to mean something.
                time.sleep(max(0, 2 - (time.monotonic() - began)))
                beside = traffic.end()
                assert beside <= max(3 * alone, 5), f"good questions beside it: 99 % within {beside:.1f} ms"
                assert service.process.poll() is None, "the service ended"
                print(f"ok    {name}: {seen}; beside it 99 % within {beside:.1f} ms")
            except (AssertionError, OSError, ConnectionError) as error:
                failures += 1
                traffic.isOver = True
                print(f"FAIL  {name}: {error}")
                if service.process.poll() is not None:
                    service = Service(options.service)
        time.sleep(IDLE + 1)
        after = service.memory()
        if after > before * 1.5 + 60:
            failures += 1
            print(f"FAIL  memory does not come back: {before:.0f} MB before, {after:.0f} after")
        else:
            print(f"ok    memory comes back: {before:.0f} MB before, {after:.0f} after")
    finally:
        status = service.stop()
    if status:
        failures += 1
        print(f"FAIL  the service ended with {status}")
    if not options.only:
        try:
            print(f"ok    stopping loses nothing: {stopping_loses_nothing(options.service)}")
        except (AssertionError, OSError, ConnectionError) as error:
            failures += 1
            print(f"FAIL  stopping loses nothing: {error}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
