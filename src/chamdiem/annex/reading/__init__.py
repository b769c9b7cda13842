"""One module per format: bytes → blocks, within bounds of time and memory."""
