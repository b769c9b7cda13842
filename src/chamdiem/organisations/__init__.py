"""Bodies, their offices and their lineage (cơ quan, đơn vị)."""
