"""What every test may ask for."""

from hypothesis import HealthCheck, settings

# The quick profile is the default; `make soak` asks for the thorough one.
settings.register_profile("quick", max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", max_examples=5_000, deadline=None)
settings.load_profile("quick")
