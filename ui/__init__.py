"""The desk's windows and pages: the only package that knows Qt."""
