"""Tags of the pages of dossiers."""
