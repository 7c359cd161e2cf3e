namespace SearchNews.Cli.Help;

/// <summary>What a command line looks like, by command: printed below its help. Tests parse every one.</summary>
internal static class CommandExamples
{
    private static readonly Dictionary<string, string[]> ByCommand = new(StringComparer.Ordinal)
    {
        [""] = ["searchnews index rebuild path/to/articles", "searchnews search moon landing --since 7d", "searchnews serve --watch"],
        ["index"] = ["searchnews index rebuild path/to/articles", "searchnews index update", "searchnews index stats --json"],
        ["index rebuild"] = ["searchnews index rebuild path/to/articles", "searchnews index rebuild --keep 3 --allow-shrink"],
        ["index update"] = ["searchnews index update", "searchnews index update --full-hash"],
        ["index watch"] = ["searchnews index watch path/to/articles"],
        ["index verify"] = ["searchnews index verify"],
        ["index stats"] = ["searchnews index stats --json"],
        ["index rollback"] = ["searchnews index rollback"],
        ["index query"] = ["searchnews index query 'title:moon +landing~1 \"first step\"~2'", "searchnews index query moon --field title --k1 1.2 --b 0.75 --top 3"],
        ["index inspect"] = ["searchnews index inspect fields", "searchnews index inspect terms title mo"],
        ["index inspect segments"] = ["searchnews index inspect segments"],
        ["index inspect fields"] = ["searchnews index inspect fields --json"],
        ["index inspect terms"] = ["searchnews index inspect terms title mo --top 20"],
        ["index inspect postings"] = ["searchnews index inspect postings title moon"],
        ["index inspect doc"] = ["searchnews index inspect doc 0"],
        ["serve"] = ["searchnews serve", "searchnews serve --urls http://127.0.0.1:8080 --watch path/to/articles"],
        ["search"] =
        [
            "searchnews search '\"moon landing\" -apollo' --since 3mo",
            "searchnews search --topic space --topic -mars --sort newest --size 5",
            "searchnews search hubble --facets provider,month --json",
            "searchnews search -- --words that look like options",
        ],
        ["similar"] = ["searchnews similar 2021-09-30-ai-improves-precision --size 5", "searchnews similar --text - < draft.md"],
        ["explain"] = ["searchnews explain 'moon landing' 2021-09-30-ai-improves-precision", "searchnews explain moon one-article --vs another-article"],
        ["doctor"] = ["searchnews doctor path/to/articles --examples 5"],
        ["eval"] = ["searchnews eval --queries queries.tsv --qrels qrels.tsv --baseline none", "searchnews eval --known-items 200 --json"],
        ["completions"] = ["searchnews completions bash > ~/.local/share/bash-completion/completions/searchnews", "searchnews completions fish > ~/.config/fish/completions/searchnews.fish"],
    };

    /// <summary>The commands that have examples, as words separated by blanks; empty for the program itself.</summary>
    public static IEnumerable<string> Commands => ByCommand.Keys;

    /// <summary>The examples of a command; none for one that is not known.</summary>
    public static IReadOnlyList<string> Of(string command) => ByCommand.GetValueOrDefault(command) ?? [];
}
