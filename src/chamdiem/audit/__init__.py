"""Who did what (nhật ký): an append-only chain of events, each sealing the one before it."""
