namespace SearchNews.Cli.Completion;

/// <summary>What makes a shell ask this program how a command line may go on: with the parser's <c>[suggest:POSITION] LINE</c>. Where it has no answer, the shell offers files.</summary>
internal static class ShellScripts
{
    // The program may be called by another path, the parser knows its plain name.
    private const string Bash = """
        # bash completion for searchnews; to be sourced
        _searchnews() {
            local name="${COMP_WORDS[0]}" word="${COMP_WORDS[COMP_CWORD]}" found
            local line="searchnews${COMP_LINE:${#name}}"
            local point=$((COMP_POINT - ${#name} + 10))
            COMPREPLY=()
            while IFS= read -r found; do
                [[ $found == "$word"* ]] && COMPREPLY+=("$found")
            done < <("${name/#\~/$HOME}" "[suggest:$point]" "$line" 2>/dev/null)
        }
        complete -o default -F _searchnews searchnews
        """;

    private const string Zsh = """
        #compdef searchnews
        _searchnews() {
            local -a found
            found=("${(@f)$(searchnews "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            if [[ -n "$found" ]]; then compadd -- $found; else _files; fi
        }
        compdef _searchnews searchnews
        """;

    private const string Fish = """
        # fish completion for searchnews
        complete -c searchnews -a '(searchnews "[suggest:"(commandline -C)"]" (commandline -cp | string collect --no-trim-newlines) 2>/dev/null)'
        """;

    private const string PowerShell = """
        # PowerShell completion for searchnews; to be dot-sourced
        Register-ArgumentCompleter -Native -CommandName searchnews -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = "$commandAst".PadRight($cursorPosition)
            searchnews "[suggest:$cursorPosition]" $line 2>$null | Where-Object { $_.StartsWith($wordToComplete) } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    /// <summary>The shells there are scripts for.</summary>
    public static IReadOnlyList<string> Names { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script of a shell; null for one that is not known.</summary>
    public static string? Of(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        "pwsh" => PowerShell,
        _ => null,
    };
}
