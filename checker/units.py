"""Units of measure: the vocabulary, and conversion by pint.

Unit names are pint's canonical ones ("kilometer", "kilometer ** 2", "oil_barrel / day"); money is its ISO 4217 code.
"""

from __future__ import annotations

__all__: list[str] = []
