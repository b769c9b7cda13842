"""Pages of documents and of what the installation trusts."""
