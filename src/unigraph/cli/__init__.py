"""The commands. Each stands in a module of its own, which is imported when it is called."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import cast

import click

from unigraph.errors import DecisionError, ForgetError, LexiconError, UnigraphError

__all__ = ["main"]

_COMMANDS = {
    "build": "Read documents and write a graph.",
    "query": "Ask a graph, in SPARQL or by the name of a question.",
    "explain": "Tell all that a graph says of one thing, with its sentences.",
    "explore": "Open a graph's explorer in the browser.",
    "serve": "Serve a graph: SPARQL endpoint, console, explorer.",
    "export": "Write a graph in another format.",
    "validate": "Check a graph against the ontology's shapes.",
    "review": "Decide on the least certain facts and merges.",
    "forget": "Take a person out of a graph, and leave him or her out of later builds.",
    "diff": "Tell what differs between two graphs.",
    "evaluate": "Score the extraction against annotated articles.",
}

_INTERRUPTED = 130
"""What a shell says of a command that Ctrl-C ended."""
_COLLECTED = 100_000
"""Objects more than before at which Python looks for cycles; its 700 cost a short command time for nothing."""


class _Group(click.Group):
    """Knows its commands by name, and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        return cast(click.Command, import_module(f"unigraph.cli.{cmd_name}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _show_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        click.echo(f"unigraph {version('unigraph')}")
        ctx.exit()


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show it.")
def _group() -> None:
    """Chinese trade-union news in, a knowledge graph out, each fact with the sentence that says it.

    \b
    unigraph build examples -o out          read a folder, write out/graph.ttl and out/explorer.html
    unigraph explain out 岚川市总工会        all that the graph says of one thing
    unigraph query out --list               the questions that it answers by name
    unigraph explore out                    look at it

    Every command tells more: unigraph build --help. Exit codes: 0 all well, 1 done with faults found,
    2 nothing done.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code: 0, 1, 2, or 130 after Ctrl-C."""
    gc.set_threshold(_COLLECTED)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console of another encoding cannot say what we say
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_run(sys.argv[1:] if arguments is None else list(arguments)))


def _run(arguments: list[str]) -> int:
    try:
        with _group.make_context("unigraph", arguments) as context:
            code = _group.invoke(context)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
    except click.ClickException as error:
        _complain(error.format_message() + _hint(error))
    except (LexiconError, DecisionError, ForgetError) as error:
        for fault in error.faults:
            _complain(fault)
    except UnigraphError as error:
        _complain(str(error))
    except (KeyboardInterrupt, click.Abort):
        _complain("stopped; what was there before is still whole")
        return _INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has enough; nothing may be written to it at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        _complain(f"{error.filename or 'system'}: {error.strerror or error}")
    return 2


def _hint(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f" (see {context.command_path} --help)" if context is not None else ""


def _complain(message: str) -> None:
    click.echo(f"unigraph: {' '.join(message.split())}", err=True)
