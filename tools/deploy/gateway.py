"""nginx with TLS before a county server, on one machine: configuration, a trial certificate, the process."""

from __future__ import annotations

import contextlib
import datetime as dt
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from string import Template

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tools.private_postgres import free_port

HERE = Path(__file__).parent
ADDRESS = "127.0.0.1"
START_SECONDS = 20


@dataclass(frozen=True)
class Gateway:
    """A running nginx.

    Attributes:
        address: What desks are given.
        ca_file: What they recognise the certificate by.
    """

    address: str
    ca_file: Path


@contextlib.contextmanager
def gateway(folder: Path, county_port: int) -> Iterator[Gateway]:
    """Run nginx before the county server on loopback port `county_port`, with its files in `folder`.

    Raises:
        TimeoutError: It did not come up; `error.log` in the folder says why.
    """
    folder.mkdir(parents=True, exist_ok=True)
    port, (certificate, key) = free_port(), trial_certificate(folder)
    text = Template((HERE / "nginx.conf").read_text("utf-8")).substitute(
        folder=folder, county_port=county_port, listen=f"{ADDRESS}:{port}", name=ADDRESS,
        certificate=certificate, key=key,
    )  # fmt: skip
    path = folder / "nginx.conf"
    path.write_text(text, "utf-8")
    process = subprocess.Popen(["/usr/sbin/nginx", "-p", folder, "-c", path, "-g", "daemon off;"])
    try:
        end = time.monotonic() + START_SECONDS
        while not (folder / "nginx.pid").exists() or not (folder / "nginx.pid").read_text("utf-8"):
            if process.poll() is not None or time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.02)
        yield Gateway(f"https://{ADDRESS}:{port}", certificate)
    finally:
        process.terminate()
        process.wait()


def trial_certificate(folder: Path) -> tuple[Path, Path]:
    """Write a certificate for loopback that vouches for itself, for a day, and its key; return both files."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "county")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(ADDRESS))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, private = folder / "county.pem", folder / "county-key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.touch(mode=0o600)
    plain = serialization.NoEncryption()
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    return certificate, private
