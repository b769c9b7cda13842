"""All organisations at once, in arrays; equal to ``scoring`` to the cent."""

from chamdiem.core.matrix.scorer import MatrixScorer, ScoreMatrix

__all__ = ["MatrixScorer", "ScoreMatrix"]
