"""Public pages: published results and how they came about, without sign-in and without personal data."""
