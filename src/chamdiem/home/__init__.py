"""The first page after signing in: what waits for this person, nearest deadline first."""
