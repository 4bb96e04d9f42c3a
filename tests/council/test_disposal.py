"""Nothing may be destroyed without a decision that says so, and nothing before its days have passed."""

from datetime import UTC, datetime, timedelta

from council.charter import Retention
from council.disposal import Disposable, Rule, rules

NOW = datetime(2026, 4, 9, tzinfo=UTC)


def test_without_settings_nothing_may_be_destroyed() -> None:
    assert rules({}, NOW) == []


def test_days_without_a_decision_and_a_decision_without_days_count_for_nothing() -> None:
    settings = {"identity": Retention(days=30), "journal": Retention(decision_ref="KS 2026/1")}

    assert rules(settings, NOW) == []


def test_each_kind_has_its_own_days_and_decision_also_no_days_at_all() -> None:
    settings = {
        "shared": Retention(days=0, decision_ref="KS 2026/2"),
        "identity": Retention(days=30, decision_ref="KS 2026/1"),
        "unheard of": Retention(days=1, decision_ref="KS 2026/3"),
    }

    assert rules(settings, NOW) == [
        Rule(Disposable.IDENTITY, NOW - timedelta(days=30), "KS 2026/1"),
        Rule(Disposable.SHARED, NOW, "KS 2026/2"),
    ]
