"""Improvement plans: what is to be reached and done, by whom; tasks, quarterly rounds, their report.

The printed content of a plan is one YAML document (``Plan.document``), checked by the core; the rows
beside it are its index, so that tasks, figures and reports have something to hold on to. While a plan is
amended, the document says what is to be approved, and the rows what is in force.
"""
