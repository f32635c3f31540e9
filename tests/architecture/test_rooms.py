"""A room holds one thing, is named for it, and stays small enough to read."""

import tomllib

from tests.architecture.reading import PRODUCT, ROOT, python_files

LONGEST = 400
LONGEST_PAGE = 250
SAYS_NOTHING = {"base", "common", "core", "helper", "helpers", "manager", "util", "utils"}
AT_HOME = {
    "qt-at-home": {"app", "ui"},
    "database-at-home": {"storage"},
    "paper-at-home": {"rendering"},
    "keys-at-home": {"signing"},
    "pdf-objects-at-home": {"rendering", "signing"},
    "reading-pages-at-home": {"verification"},
    "codes-at-home": {"rendering", "verification"},
}


def rooms() -> set[str]:
    modules = {path.stem for path in PRODUCT.glob("*.py")} - {"__init__"}
    return modules | {path.parent.name for path in PRODUCT.glob("*/__init__.py")}


def test_no_file_holds_two_things() -> None:
    too_long = []
    for path in python_files(PRODUCT):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        limit = LONGEST_PAGE if path.parent == PRODUCT / "ui" / "pages" else LONGEST
        if lines > limit:
            too_long.append(f"{path.relative_to(ROOT).as_posix()}: {lines} lines, at most {limit}")
    assert too_long == []


def test_init_files_are_empty() -> None:
    full = [path for path in PRODUCT.rglob("__init__.py") if path.read_bytes().strip()]
    assert full == []


def test_every_folder_with_modules_is_a_package() -> None:
    folders = {path.parent for path in python_files(PRODUCT)}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_names_say_what_is_inside() -> None:
    paths = [path.relative_to(PRODUCT) for path in python_files(PRODUCT)]
    words = {
        path: {word for part in path.with_suffix("").parts for word in part.split("_")}
        for path in paths
    }
    assert [str(path) for path in paths if words[path] & SAYS_NOTHING] == []


def test_every_room_is_named_where_libraries_are_kept_at_home() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {each["id"]: each for each in config["tool"]["importlinter"]["contracts"]}
    named = {
        name: {module.removeprefix("tallydesk.") for module in contracts[name]["source_modules"]}
        for name in AT_HOME
    }
    assert named == {name: rooms() - homes for name, homes in AT_HOME.items()}


def test_no_wall_has_a_hole() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    assert [each["name"] for each in contracts if "ignore_imports" in each] == []
