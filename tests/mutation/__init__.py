"""A help for the mutation testing tool: see `make mutants`."""
