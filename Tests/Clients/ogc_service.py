"""A service of ours on a port of its own, for as long as a test needs it."""

import re
import subprocess
import threading


class Service:
    """`jinfeng-serve`, started and stopped with a `with`; `url` is where it listens."""

    def __init__(self, program, geodata, *settings, port=0, isSilent=True):
        own = ([] if port is None else [f"--port={port}"]) + (["--access-log=false"] if isSilent else [])
        self.process = subprocess.Popen(
            [program, "--lang=en", f"--geodata={geodata}", *own, *settings], stderr=subprocess.PIPE, text=True)
        self.said = []
        for line in self.process.stderr:
            self.said.append(line)
            if found := re.search(r"http://[^/]+", line):
                self.url = found[0]
                break
        else:
            raise SystemExit(f"the service did not start: {''.join(self.said)}")
        threading.Thread(target=lambda: self.said.extend(self.process.stderr), daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)
