"""The store: batches, release files, scoped reads. The only room that knows DuckDB."""
