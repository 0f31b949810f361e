"""What these tests share."""

from tests.chronicle.fixtures import take
from tests.chronicle.working import broker, private_postgres, private_redis, start

__all__ = ["broker", "private_postgres", "private_redis", "start", "take"]
