"""The metrics, one a file, each named as its public function."""
