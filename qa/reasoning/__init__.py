"""Answers beyond a span: verdicts, comparisons, calculations and counts over figures of the text."""
