"""What an administrator runs to make the example province."""
