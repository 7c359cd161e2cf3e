using System.CommandLine;

namespace SearchNews.Cli;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> Index { get; } = new("--index") { Description = "Index folder (default: index-data; environment: SEARCHNEWS_INDEX).", HelpName = "DIR", Recursive = true };

    public Option<string?> Config { get; } = new("--config") { Description = "Configuration file (default: searchnews.json, when there is one).", HelpName = "FILE", Recursive = true };

    public Option<string?> Synonyms { get; } = new("--synonyms") { Description = "File of synonyms (default: synonyms.txt in the index folder, when there is one; environment: SEARCHNEWS_SYNONYMS).", HelpName = "FILE", Recursive = true };

    public Option<string[]> Set { get; } = new("--set") { Description = "One setting of the configuration file, before file and environment, such as --set Limits:Deadline=1s; may be repeated.", HelpName = "KEY=VALUE", Recursive = true };

    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON: the HTTP body of the same question, without links.", Recursive = true };

    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Print results and errors only.", Recursive = true };

    public Option<bool> Verbose { get; } = new("--verbose") { Description = "Log more, and print the details of unexpected errors.", Recursive = true };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours (environment: NO_COLOR).", Recursive = true };

    public void AddTo(Command root)
    {
        foreach (Option option in new Option[] { Index, Config, Synonyms, Set, Json, Quiet, Verbose, NoColor }) root.Options.Add(option);
    }
}
