"""The benchmark: evaluation sets, metrics, baselines, stored runs and their report."""
