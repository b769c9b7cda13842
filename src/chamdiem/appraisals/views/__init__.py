"""Pages of appraisal, explanation and ruling."""
