"""Base, edited file and new draft become decisions. It knows nothing of Word."""

from drafting.merge.merging import merge
from drafting.merge.steps import changed, result_text

__all__ = ["changed", "merge", "result_text"]
