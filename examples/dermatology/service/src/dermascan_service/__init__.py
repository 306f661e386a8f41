"""Inference service of DermaScan."""

__version__ = "2.4.1"
