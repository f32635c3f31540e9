"""Bringing an older journal file up to date, through alembic."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from tallydesk.storage.schema import APPLICATION_ID, VERSION

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: Connection) -> None:
    """Run every missing migration in the transaction that `connection` has begun.

    All of them happen, or the file stays as it was. Raises sqlalchemy.exc.DBAPIError.
    """
    # Imported here: only an older file needs it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    # A percent sign in a path would be taken for the start of an interpolation.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
