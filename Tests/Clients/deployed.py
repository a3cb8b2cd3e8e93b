"""The service as `Deploy/` sets it up: behind nginx with TLS and gzip, its settings in a file, its log looked at."""

import json
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time

import requests

from ogc_service import Service

ROOT = pathlib.Path(__file__).resolve().parents[2]
GEODATA = ROOT / "GeoData"
PARCEL = ROOT / "Examples/parcel.geojson"
# Where people look for their site is theirs to tell: none of these may stand in the log.
SECRETS = ["106.33", "29.52", "科学会堂", "%E7%A7%91", "106.31", "LS-01", "甲方地块"]


def log(program):
    """Every line is JSON with what was asked of whom, and none says where a site lies."""
    with Service(program, GEODATA, "--access-log=true", isSilent=False) as service:
        url = service.url
        requests.get(f"{url}/locate", params={"position": "106.33,29.52"}, headers={"X-Request-ID": "mine-1"})
        requests.get(f"{url}/locate", params={"position": "29.52,106.33"})
        requests.get(f"{url}/assess", params={"place": "科学会堂", "f": "text"})
        requests.get(f"{url}/map.svg", params={"position": "106.33,29.52", "size": "a4"})
        requests.get(f"{url}/collections/context/items", params={"bbox": "106.31,29.52,106.33,29.53"})
        requests.get(f"{url}/zones/106.33,29.52")
        requests.get(f"{url}/106.33,29.52")
        requests.post(f"{url}/assess", data=PARCEL.read_bytes(), headers={"Content-Type": "application/geo+json"})
        requests.post(f"{url}/assess", data='{"type":"Feature","properties":{"name":"甲方地块"},"geometry":{"coordinates":[106.33'.encode(),
                      headers={"Content-Type": "application/geo+json"})
        requests.post(f"{url}/locate", data="id,lon,lat\nLS-01,106.33,29.52\nLS-02,29.52,106.33\n", headers={"Content-Type": "text/csv"})
        requests.get(f"{url}/health")
        time.sleep(1.5)
    lines = [json.loads(line) for line in service.said if line.startswith("{")]
    asked = [line for line in lines if line["message"] == "request"]
    assert len(asked) == 11, f"{len(asked)} lines for 11 requests: {asked}"
    for line in asked:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", line["time"]), line
        assert set(line) == {"time", "level", "message", "bytes", "method", "microseconds", "request_id", "route", "status"}, line
    assert asked[0]["request_id"] == "mine-1" and asked[0]["route"] == "/locate" and asked[0]["status"] == "200"
    for line in service.said:
        told = [secret for secret in SECRETS if secret in line]
        assert not told, f"the log tells {told}: {line}"
    return f"{len(lines)} lines"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def settings(program):
    """The file beside the unit is read whole, and a setting nobody knows would be told."""
    text = (ROOT / "Deploy/jinfeng.conf").read_text()
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "jinfeng.conf")
        file.write_text(text.replace("JINFENG_PORT=8080", f"JINFENG_PORT={port}"))
        with Service(program, GEODATA, f"--config={file}", port=None) as service:
            assert service.url.endswith(f":{port}"), service.url
            assert requests.get(f"{service.url}/health").status_code == 200
    names = re.findall(r"^#?JINFENG_([A-Z_]+)=", text, re.M)
    # Of a flag nobody knows it says which there are.
    told = subprocess.run([program, "--help"], capture_output=True, text=True).stderr
    for name in names:
        assert f" {name.lower().replace('_', '-')}" in told, f"{name} is no setting: {told}"
    unit = (ROOT / "Deploy/jinfeng.service").read_text()
    assert "EnvironmentFile=-/etc/jinfeng.conf" in unit
    if shutil.which("systemd-analyze"):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "jinfeng.service")
            # What is installed elsewhere on this machine is not what is looked at.
            file.write_text(unit.replace("/usr/local/bin/jinfeng", str(program)))
            run = subprocess.run(["systemd-analyze", "verify", "--man=no", file], capture_output=True, text=True)
            said = [line for line in run.stderr.splitlines() if "jinfeng.service" in line]
            assert not said, said
    return f"{len(names)} settings"


def proxy(program):
    """Through nginx as the example sets it up: TLS, gzip, links that lead back, streams that flow."""
    port, door = free_port(), free_port()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=gis.example.cn", "-addext",
             "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key", "-out", folder / "pem"], check=True, capture_output=True)
        example = (ROOT / "Deploy/nginx.conf").read_text()
        for written, here in {
            "listen 443 ssl": f"listen 127.0.0.1:{door} ssl", "/etc/ssl/gis.example.cn.pem": f"{folder}/pem",
            "/etc/ssl/gis.example.cn.key": f"{folder}/key", "127.0.0.1:8080": f"127.0.0.1:{port}",
        }.items():
            assert written in example, written
            example = example.replace(written, here)
        (folder / "site.conf").write_text(example)
        temporary = "".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (folder / "nginx.conf").write_text(
            f"daemon off; pid {folder}/pid; error_log {folder}/errors; events {{}}\n"
            f"http {{ access_log off; {temporary} include {folder}/site.conf; }}")
        public = f"https://127.0.0.1:{door}/jinfeng"
        server = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", "-c", folder / "nginx.conf"], stderr=subprocess.DEVNULL)
        try:
            with Service(program, GEODATA, f"--public-url={public}", port=port):
                return through(public, door, folder / "pem")
        finally:
            server.terminate()
            server.wait(20)


def through(public, door, certificate):
    session = requests.Session()
    session.verify, session.trust_env = str(certificate), False
    end = time.monotonic() + 20
    while True:
        try:
            landing = session.get(f"{public}/", headers={"Accept": "application/json"})
            break
        except requests.ConnectionError as error:
            assert time.monotonic() < end, f"nginx does not answer: {error}"
            time.sleep(0.1)
    links = landing.json()["links"]
    for link in links:
        assert link["href"].startswith(public), link
        answer = session.get(link["href"])
        assert answer.status_code == 200, link
    answer = session.get(f"{public}/locate", params={"position": "106.33,29.52"})
    assert answer.headers["Content-Encoding"] == "gzip" and answer.json()["layouts"]
    first = session.get(f"{public}/collections/context/items")
    # nginx weakens the tag of what it packs.
    again = session.get(f"{public}/collections/context/items", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304, (first.headers["ETag"], again.status_code)
    refused = session.get(f"{public}/locate", params={"position": "x"})
    assert refused.status_code == 400 and refused.json()["code"] == "not_a_pair"
    context = ssl.create_default_context(cafile=certificate)
    with socket.create_connection(("127.0.0.1", door), timeout=20) as plain, context.wrap_socket(plain, server_hostname="127.0.0.1") as stream:
        stream.sendall(b"POST /jinfeng/locate HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n")
        text = b""
        for row in (b"id,lon,lat\n1,106.33,29.52\n", b"2,106.4,29.6\n"):
            stream.sendall(b"%x\r\n" % len(row) + row + b"\r\n")
            mark = row.splitlines()[-1]
            while mark not in text:
                part = stream.recv(1 << 16)
                assert part, f"closed after {text[-200:]}"
                text += part
        stream.sendall(b"0\r\n\r\n")
    return f"{len(links)} links, a stream answered row by row"
