"""A newcomer finds what can be said in the files of the commands, and what they share in the folders beside them."""

import pkgutil

import commands
from commands import catalogue

WRITTEN_WITH = {"arguments", "call", "declare", "desk", "parse"}


def test_every_file_of_the_commands_declares_something_and_their_folders_declare_nothing() -> None:
    subjects = {
        f"commands.{each.name}"
        for each in pkgutil.iter_modules(commands.__path__)
        if not each.ispkg and each.name not in WRITTEN_WITH
    }

    everything = catalogue()

    said = {each.handler.__module__ for each in everything.commands}
    heard = {each.handler.__module__ for each in everything.listeners}
    assert said | heard == subjects
