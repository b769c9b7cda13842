"""Pages of dossiers, by what people do on them."""
