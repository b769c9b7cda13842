"""What appraisers, organisations and the council decide: rows beside rows, never in place of them."""
