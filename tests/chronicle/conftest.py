"""What these tests share."""

from tests.chronicle.fixtures import take

__all__ = ["take"]
