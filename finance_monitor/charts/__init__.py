"""Charts as plain specifications; figures come in only as disclosed."""
