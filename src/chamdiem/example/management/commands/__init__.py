"""Commands of the example province."""
