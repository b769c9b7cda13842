"""Claims about the web product: real PostgreSQL, web and worker, in a folder of their own."""
