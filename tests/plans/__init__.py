"""Tests of improvement plans."""
