"""The shells' completion scripts: click's, with names of files also behind ``--file=``.

click lets the shell complete names of files, which knows ``~`` and how to quote. But its scripts
hand the shell the whole word: of ``--file=da`` zsh and fish would look for a file of that name, and
bash, for which ``=`` is a word of its own, would not see whose value it is.
"""

from __future__ import annotations

from click.shell_completion import (
    BashComplete,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

_BASH = """\
%(complete_func)s() {
    local IFS=$'\\n' response completion type value

    response=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \
%(complete_var)s=bash_complete $1)

    for completion in $response; do
        IFS=',' read -r type value <<< "$completion"

        if [[ $type == 'dir' ]]; then
            COMPREPLY=()
            compopt -o dirnames
        elif [[ $type == 'file' ]]; then
            COMPREPLY=()
            compopt -o default
        elif [[ $type == 'plain' ]]; then
            COMPREPLY+=("$value")
        fi
    done

    return 0
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""

_ZSH = """\
#compdef %(prog_name)s

%(complete_func)s() {
    local -a completions
    local -a completions_with_descriptions
    local -a response
    local type key descr
    (( ! $+commands[%(prog_name)s] )) && return 1

    response=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) \
%(complete_var)s=zsh_complete %(prog_name)s)}")

    if [[ $PREFIX == --*=* ]]; then
        compset -P 1 '*='
    fi

    for type key descr in "${response[@]}"; do
        if [[ "$type" == "plain" ]]; then
            if [[ "$descr" == "_" ]]; then
                completions+=("$key")
            else
                completions_with_descriptions+=("$key":"$descr")
            fi
        elif [[ "$type" == "dir" ]]; then
            _path_files -/
        elif [[ "$type" == "file" ]]; then
            _path_files -f
        fi
    done

    if [ -n "$completions_with_descriptions" ]; then
        _describe -V unsorted completions_with_descriptions -U -i "$IPREFIX"
    fi

    if [ -n "$completions" ]; then
        compadd -U -i "$IPREFIX" -V unsorted -a completions
    fi
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""

_FISH = """\
function %(complete_func)s
    set -l response (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp) \
COMP_CWORD=(commandline -ct) %(prog_name)s)
    set -l token (commandline -ct)
    set -l before (string match -r -- '^--[^=]*=' $token)
    set -l typed (string replace -r -- '^--[^=]*=' '' $token)

    for completion in $response
        set -l metadata (string split -m 1 "," $completion)

        if test $metadata[1] = "dir"
            for path in (complete -C "'' $typed" | string match -r '^[^\\t]*/(?=\\t|$)')
                echo "$before$path"
            end
        else if test $metadata[1] = "file"
            for path in (complete -C "'' $typed")
                echo "$before$path"
            end
        else if test $metadata[1] = "plain"
            echo "$before$metadata[2]"
        end
    end
end

complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


class Bash(BashComplete):
    """The completion of bash."""

    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one being typed, and that one; an option with its ``=`` is one word."""
        before, incomplete = super().get_completion_args()
        if incomplete == "=":  # the cursor stands behind it
            incomplete = ""
            before.append("=")
        words: list[str] = []
        for word in (*before, incomplete):
            if words and words[-1].startswith("--") and (word == "=" or words[-1].endswith("=")):
                words[-1] += word
            else:
                words.append(word)
        return words[:-1], words[-1]


class Zsh(ZshComplete):
    """The completion of zsh."""

    source_template = _ZSH


class Fish(FishComplete):
    """The completion of fish."""

    source_template = _FISH


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": Fish}


def register() -> None:
    """Puts these in the place of click's."""
    for name, shell in SHELLS.items():
        add_completion_class(shell, name)
