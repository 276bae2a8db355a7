"""A draft in an editor: findings as it is written, by the Language Server Protocol."""

from checker.lsp.server import serve

__all__ = ["serve"]
