"""Runs a Containerfile's steps where no container engine is at hand: `python -m tests.containerfile`.

The steps run in a mount namespace of their own, on an overlay over this machine's root: what they write is gone
afterwards. This machine stands for the base image. It needs Linux and root.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILE = ROOT / "deploy" / "Containerfile"
STEP = re.compile(r"([A-Z]+)\s+(.*)", re.DOTALL)


@dataclass
class Image:
    """What the steps so far have laid down."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)
    folder: str = "/"
    user: str = "root"
    entry: list[str] = field(default_factory=list)

    def run(self, *command: str) -> None:
        """Run a command in it, as its user."""
        inside = ["env", *(f"{name}={value}" for name, value in self.environment.items()), *command]
        script = f"cd {shlex.quote(self.folder)} && exec {shlex.join(inside)}"
        as_user = [] if self.user == "root" else ["--userspec", self.user]
        subprocess.run(["chroot", *as_user, str(self.root), "sh", "-c", script], check=True)

    def copy(self, *words: str) -> None:
        """Copy from the repository into it."""
        *sources, target = words
        place = self.root / os.path.normpath(os.path.join(self.folder, target)).lstrip("/")  # noqa: PTH118 - as written
        into = place if target.endswith("/") else place.parent
        into.mkdir(parents=True, exist_ok=True)
        for source in sources:
            kept = into / Path(source).name if target.endswith("/") else place
            subprocess.run(["cp", "-r", str(ROOT / source), str(kept)], check=True)


def steps(text: str) -> list[tuple[str, str]]:
    """Return each step of a Containerfile: its word and the rest."""
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    joined = re.sub(r"\\\n\s*", "", lines)
    return [(found[1], found[2].strip()) for line in joined.splitlines() if (found := STEP.match(line))]


def build(image: Image) -> None:
    """Carry out every step."""
    for word, rest in steps(FILE.read_text(encoding="utf-8")):
        sys.stdout.write(f"{word} {rest[:100]}\n")
        sys.stdout.flush()
        match word:
            case "ENV":
                name, _, value = rest.partition("=")
                image.environment[name] = value
            case "WORKDIR":
                image.folder = rest
                (image.root / rest.lstrip("/")).mkdir(parents=True, exist_ok=True)
            case "USER":
                image.user = rest
            case "COPY":
                image.copy(*rest.split())
            case "RUN":
                image.run("sh", "-c", rest)
            case "ENTRYPOINT":
                image.entry = json.loads(rest)


def main() -> None:
    """Build, and let what was built tell its version and refuse to start without settings."""
    if "--inside" not in sys.argv:
        inside = [sys.executable, "-m", "tests.containerfile", "--inside"]
        sys.exit(subprocess.run(["unshare", "--mount", *inside], cwd=ROOT, check=False).returncode)
    place = Path(tempfile.mkdtemp(prefix="radslag-image-"))
    subprocess.run(["mount", "-t", "tmpfs", "image", str(place)], check=True)
    for name in ("upper", "work", "root"):
        (place / name).mkdir()
    layers = f"lowerdir=/,upperdir={place / 'upper'},workdir={place / 'work'}"
    subprocess.run(["mount", "-t", "overlay", "image", "-o", layers, str(place / "root")], check=True)
    image = Image(place / "root")
    # This machine's Python may lie in root's home, where the image's own user finds a base image's python as well.
    (image.root / "root").chmod(0o755)
    build(image)
    image.run(*image.entry, "--version")
    image.run("sh", "-c", "id -un && touch /var/lib/radslag/mine && ! touch /opt/radslag/mine")
    image.run("sh", "-c", f"{shlex.join(image.entry)} run; [ $? -eq 2 ]")
    sys.stdout.write("The image's steps all ran.\n")


if __name__ == "__main__":
    main()
