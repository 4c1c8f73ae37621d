"""Ed25519 signatures (RFC 8032) over a plugin's files, its id and its version."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from artstudio.base.atomic import write_bytes
from artstudio.host.installing import tree
from artstudio.sdk.errors import BadFile
from artstudio.sdk.manifest import read_manifest

if TYPE_CHECKING:
    from pathlib import Path

_CONTEXT: Final = b"artstudio-plugin-1"
_LIMIT_BYTES: Final = 4096


def new_key(file: Path) -> str:
    """Writes a new private key (PEM, readable by its owner only) and returns the public one (64 hex digits).

    Raises:
        BadFile: the file is there already or cannot be written.
    """
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(pem)
    except FileExistsError:
        raise BadFile("{path} is there already: choose another name", path=file) from None
    except OSError as error:
        raise BadFile("cannot write {path} ({reason})", path=file, reason=error.strerror) from None
    return _hex(key.public_key())


def sign(folder: Path, key_file: Path) -> str:
    """Signs the plugin in `folder` as it is now; returns the public key (64 hex digits).

    Raises:
        BadFile: the key cannot be read, or the folder holds what no plugin may.
        ManifestError: there is no usable manifest.
    """
    key = _private_key(key_file)
    if key_file.resolve().is_relative_to(folder.resolve()):
        raise BadFile("{path} lies in the plugin: keep the key elsewhere", path=key_file)
    public = _hex(key.public_key())
    text = json.dumps({"key": public, "signature": key.sign(_signed_bytes(folder)).hex()}, indent=1)
    write_bytes(folder / tree.SIGNATURE_NAME, (text + "\n").encode())
    return public


def verify(folder: Path) -> str | None:
    """The public key (64 hex digits) whose owner signed the plugin in `folder`; None where nobody did.

    Raises:
        BadFile: the signature is damaged, or the files are not those that were signed.
        ManifestError: there is no usable manifest.
    """
    path = folder / tree.SIGNATURE_NAME
    try:
        if path.stat().st_size > _LIMIT_BYTES:
            raise BadFile("{name} is no signature: get the plugin anew", name=path.name)
        said = json.loads(path.read_text(encoding="utf-8"))
        public = bytes.fromhex(said["key"])
        signature = bytes.fromhex(said["signature"])
        key = Ed25519PublicKey.from_public_bytes(public)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise BadFile("{name} is no signature: get the plugin anew", name=path.name) from None
    try:
        key.verify(signature, _signed_bytes(folder))
    except InvalidSignature:
        title = read_manifest(folder).title
        raise BadFile(
            "{title} is refused: its files are not those that its author signed; get it anew", title=title
        ) from None
    return public.hex()


def _signed_bytes(folder: Path) -> bytes:
    manifest = read_manifest(folder)
    parts = (_CONTEXT, manifest.id.encode(), manifest.version.encode(), tree.digest(folder).encode())
    return b"\0".join(parts)


def _private_key(file: Path) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(file.read_bytes(), None)
        if isinstance(key, Ed25519PrivateKey):
            return key
    except OSError as error:
        raise BadFile("cannot read {path} ({reason})", path=file, reason=error.strerror) from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        pass  # told below, with other kinds of keys
    raise BadFile("{path} holds no Ed25519 key: make one by artstudio plugins keygen", path=file)


def _hex(key: Ed25519PublicKey) -> str:
    return key.public_bytes_raw().hex()
