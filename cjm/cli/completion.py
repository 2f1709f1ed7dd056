"""A command line that is being typed in, what can stand at its end out; and for each shell the script that asks.

The script hands over the line up to the cursor in `CJM_COMPLETE`. The answer is a line for each word: the word, a
tabulator, what it means. No answer leaves the matter to the shell, which knows files.
"""

import shlex
from collections.abc import Iterator
from typing import Any

from cjm.cli.help import help_of, meaning
from cjm.cli.reader import language_of

SHELL_SCRIPTS = {
    "bash": r"""_cjm() {
    local line=${COMP_LINE:0:COMP_POINT} value cut
    # bash begins a new word behind : and =, and calls the sign itself a word; what stands before is not typed again
    cut=${line##*[[:space:]]}
    [[ $2 == [:=] ]] || cut=${cut%"$2"}
    COMPREPLY=()
    while IFS=$'\t' read -r value _; do
        [[ -n $value ]] && COMPREPLY+=("${value#"$cut"}")
    done < <(CJM_COMPLETE=$line "$1" 2>/dev/null)
    [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[:=] ]] && compopt -o nospace
}
complete -o default -F _cjm cjm
""",
    "zsh": r"""#compdef cjm
_cjm() {
    local line
    local -a found
    for line in "${(@f)$(CJM_COMPLETE="${(j: :)words[1,CURRENT-1]} $PREFIX" ${words[1]} 2>/dev/null)}"; do
        [[ -n $line ]] && found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done
    if (( $#found )); then _describe cjm found; else _files; fi
}
if [[ $funcstack[1] == _cjm ]]; then _cjm "$@"; else compdef _cjm cjm; fi
""",
    "fish": r"""function __cjm
    set -lx CJM_COMPLETE (commandline -cp | string collect)
    set -l found (cjm 2>/dev/null)
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete --command cjm --no-files --arguments '(__cjm)'
""",
    "powershell": r"""Register-ArgumentCompleter -Native -CommandName cjm -ScriptBlock {
    param($word, $tree, $cursor)
    $encoding = [Console]::OutputEncoding
    [Console]::OutputEncoding = [Text.Encoding]::UTF8
    $env:CJM_COMPLETE = $tree.ToString().PadRight($cursor - $tree.Extent.StartOffset).Substring(0, $cursor - $tree.Extent.StartOffset)
    try {
        cjm 2>$null | ForEach-Object {
            $value, $means = $_ -split "`t", 2
            if (-not $means) { $means = $value }
            [Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $means)
        }
    } finally {
        Remove-Item Env:CJM_COMPLETE
        [Console]::OutputEncoding = $encoding
    }
}
""",
}


def answer(program: Any, line: str) -> str:
    """What can stand at the end of `line`, a word and its meaning in each line of the answer."""
    words = _cut(line)
    context = program.make_context("cjm", [], resilient_parsing=True, obj=language_of(words))
    offered = _offered(program, context, words[1:] or [""])
    return "".join(f"{word}\t{' '.join(means.split())}\n" for word, means in offered)


# Private functions


def _cut(line: str) -> list[str]:
    """The words of the line, the last of them the one that is not finished; a quotation mark may still be open."""
    for end in ("", '"', "'"):
        try:
            words = shlex.split(line + end)
        except ValueError:
            continue
        return words if end or not line[-1:].isspace() else [*words, ""]
    return line.split()


def _offered(program: Any, context: Any, words: list[str]) -> Iterator[tuple[str, str]]:
    """What can stand for the last of `words`: an option's value, an option, a command or the value of an argument."""
    *typed, last = words
    command, names = program, program.list_commands(context)
    if name := next((word for word in typed if word in names), ""):
        command, typed = program.get_command(context, name), typed[typed.index(name) + 1 :]
        context = command.make_context(name, list(typed), parent=context, resilient_parsing=True)
    equals = last.startswith("--") and "=" in last
    option, _, value = last.partition("=") if equals else (typed[-1] if typed else "", "", last)
    free = [one for one in command.params if option in one.opts and option.startswith("-") and not one.is_flag]
    if not free and last.startswith("-"):
        options = [one for one in command.get_params(context) if one.param_type_name == "option"]
        told = [(name, meaning(one, command, context.obj)) for one in options for name in sorted(one.opts, key=len)]
    elif not free and command is program:
        told = [(name, help_of(program.get_command(context, name), context.obj)) for name in names]
    else:
        arguments = [one for one in command.params if one.param_type_name == "argument"]
        free += [one for one in arguments if one.nargs == -1 or context.params[one.name] in (None, one.default)]
        head = f"{option}=" if equals else ""
        told = [(head + one.value, one.help or "") for one in (free[0].shell_complete(context, value) if free else ())]
    yield from ((word, means) for word, means in told if word.startswith(last))
