"""Signs of health as Prometheus reads them."""

from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric

from bot.health import Sign

PREFIX = "radslag_"
MEANINGS = {
    "disk_free_bytes": "Free space where the data are",
    "sync_age_seconds": "Since the homeserver last answered",
    "one_time_keys": "Keys that the homeserver can still hand out, so that new people can write to the bot",
    "clock_error_seconds": "How far the clock of this machine is ahead of the homeserver's",
    "unreadable_messages": "Messages that wait for their key",
    "parts_ended": "Parts of the process that have ended though none should",
    "database_up": "Whether the database answers",
    "outbox_waiting": "Things that could be said by now and are not",
    "outbox_age_seconds": "How long the first of them has waited",
    "failures_total": "Events and duties that failed, ever",
    "errands_waiting": "Heavy work, such as an export of the register, that nobody has begun",
    "errands_running": "Heavy work that has been begun, perhaps more than once",
    "errands_failed": "Heavy work of the last 30 days that was given up",
    "errands_age_seconds": "How long the first of what waits or runs has been asked for",
    "council_held": "Whether a process works for the council, where several may",
    "up": "Whether all is well",
}


def exposition(signs: Iterable[Sign]) -> bytes:
    """Return the signs in Prometheus's text format."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Figures(list(signs)))
    return generate_latest(registry)


class _Figures:
    """Signs as Prometheus wants them."""

    def __init__(self, signs: list[Sign]) -> None:
        self._signs = [*signs, Sign("up", float(all(sign.is_well for sign in signs)))]

    def collect(self) -> Iterator[Metric]:
        """Yield one family for each kind of sign."""
        for name in dict.fromkeys(sign.name for sign in self._signs):
            family = GaugeMetricFamily(PREFIX + name, MEANINGS[name], labels=["council"])
            for sign in self._signs:
                if sign.name == name and sign.value is not None:
                    family.add_metric([sign.council or ""], sign.value)
            yield family
