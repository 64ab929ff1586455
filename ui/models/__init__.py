"""Table models: rows are records, columns come from their kind."""
