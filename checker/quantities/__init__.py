"""Text → Quantity."""

from checker.records import FieldName, Quantity

__all__ = ["find"]


def find(text: str, field: FieldName) -> tuple[Quantity, ...]:
    """Every quantity of the text, in order."""
    return ()
