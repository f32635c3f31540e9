"""What alembic runs to reach the journal; `storage.migration` hands it the open connection."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    # SQLite can undo statements that change tables; without this alembic would not ask it to.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
