"""A built site in, its service worker out: every file with its hash, so that a phone keeps the whole handbook."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from cjm.model import Handbook

WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
ICON = "assets/icons/favicon.svg"
REGISTER = "assets/offline/register.js"
SOURCE = "assets/offline/worker.js"
_NOT_KEPT = {".map", ".gz", ".xml", ".txt", ".pdf", ".zip"}  # no page needs them to be shown


def service_worker(files: Mapping[str, Path], source: str, urgent: tuple[str, ...] = ()) -> str:
    """The text of `sw.js`: what is to be kept, the pages that are `urgent` first, and `source`, the code that keeps it."""
    hashes = {
        path: hashlib.sha256(file.read_bytes()).hexdigest()[:16]
        for path, file in sorted(files.items())
        if path != WORKER and PurePosixPath(path).suffix not in _NOT_KEPT
    }
    version = hashlib.sha256(json.dumps(hashes).encode()).hexdigest()[:16]
    entries = ",\n".join(json.dumps([path, hash_], ensure_ascii=False) for path, hash_ in hashes.items())
    looks = (path for path in hashes if path.startswith("assets/") and not path.startswith("assets/search/"))
    first = json.dumps(
        [path for path in (*urgent, "index.html", "404.html", *looks) if path in hashes], ensure_ascii=False
    )
    return f'const VERSION = "{version}";\nconst FILES = new Map([\n{entries}\n]);\nconst FIRST = {first};\n\n{source}'


def web_manifest(handbook: Handbook) -> str:
    """The text of the manifest, by which a phone puts the handbook on its home screen."""
    outline = handbook.outline
    return json.dumps(
        {
            "name": outline.title, "short_name": (outline.organisation or outline.title)[:24], "lang": outline.language,
            "start_url": "index.html", "scope": "./", "display": "standalone", "background_color": "#f4f7f8",
            "theme_color": "#16303a",
            "icons": [{"src": ICON, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
        },
        ensure_ascii=False,
    )  # fmt: skip


# While an author works on a site, nothing may be kept; this also takes back what an earlier visit kept.
FORGET = """\
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => {
  event.waitUntil(
    caches.keys()
      .then(names => Promise.all(names.filter(name => name.startsWith("cjm ")).map(name => caches.delete(name))))
      .then(() => self.registration.unregister())
  );
});
"""
