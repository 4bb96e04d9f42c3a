"""The scenes: faults that have a story of their own, each with the control that must be found wanting."""

from proof import absence, damage, devices, gaps, migrating, restored, rooms, second, wedged
from proof.scene import Scene

SCENES: tuple[Scene, ...] = (
    Scene(migrating.NAME, migrating.WITHOUT, migrating.played, 120.0, 20.0),
    Scene(damage.NAME, damage.WITHOUT, damage.played, 20.0, 20.0),
    Scene(gaps.name(gaps.SHORT), gaps.WITHOUT, gaps.short),
    Scene(gaps.name(gaps.LONG), gaps.WITHOUT, gaps.long, 240.0),
    Scene(absence.NAME, absence.WITHOUT, absence.played, 60.0),
    Scene(devices.ROLLED_BACK, devices.WITHOUT_AGE, devices.rolled_back),
    Scene(devices.LOST, devices.WITHOUT_NEW, devices.lost),
    Scene(wedged.NAME, wedged.WITHOUT, wedged.played),
    Scene(devices.REVOKED, devices.WITHOUT_END, devices.revoked),
    Scene(restored.NAME, restored.WITHOUT, restored.played),
    Scene(second.NAME, second.WITHOUT, second.played, 60.0),
    Scene(rooms.NAME, rooms.WITHOUT, rooms.played, 60.0),
)
