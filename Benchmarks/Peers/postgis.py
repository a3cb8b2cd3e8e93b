"""A PostGIS of one's own for the length of a `with`: a cluster in a temporary folder, on a socket there, no port.

PostgreSQL refuses to run as root; as root, the cluster belongs to the system's `postgres` (or `nobody`).
"""

import glob
import os
import pwd
import shutil
import subprocess
import tempfile


class ThrowawayPostGIS:
    def __enter__(self):
        folders = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        if not folders:
            raise RuntimeError("PostgreSQL is missing: apt-get install postgresql-15 postgresql-15-postgis-3")
        self.bin = folders[-1]
        self.user = None
        if os.geteuid() == 0:
            names = {entry.pw_name for entry in pwd.getpwall()}
            self.user = "postgres" if "postgres" in names else "nobody"
        self.folder = tempfile.mkdtemp(prefix="postgis-")
        if self.user:
            shutil.chown(self.folder, self.user)
        self.data = os.path.join(self.folder, "data")
        self.run("initdb", "-D", self.data, "-U", "bench", "-A", "trust", "--no-sync", "-E", "UTF8", "--no-locale")
        settings = (
            f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off -c synchronous_commit=off "
            "-c shared_buffers=1GB -c work_mem=256MB -c max_wal_size=4GB "
            # Both cores for one question: the leader and a worker.
            "-c max_parallel_workers_per_gather=1 -c parallel_setup_cost=0 -c parallel_tuple_cost=0 "
            "-c min_parallel_table_scan_size=0"
        )
        self.run("pg_ctl", "-D", self.data, "-w", "-s", "-l", os.path.join(self.folder, "log"), "-o", settings, "start")
        self.sql("create extension postgis")
        return self

    def __exit__(self, *_):
        self.run("pg_ctl", "-D", self.data, "-w", "-s", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, program, *arguments):
        subprocess.run(
            [os.path.join(self.bin, program), *arguments], user=self.user, cwd=self.folder, check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={"PATH": os.environ["PATH"], "LC_ALL": "C"})

    def sql(self, text, data=None):
        """Runs a statement and gives what it prints; `data` is what a COPY FROM STDIN reads."""
        done = subprocess.run(
            [os.path.join(self.bin, "psql"), "-h", self.folder, "-U", "bench", "-d", "postgres", "-X", "-q", "-t", "-A",
             "-v", "ON_ERROR_STOP=1", "-c", text], input=data, capture_output=True)
        if done.returncode:
            raise RuntimeError(done.stderr.decode(errors="replace").strip())
        return done.stdout.decode().strip()
