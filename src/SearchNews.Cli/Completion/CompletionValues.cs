using System.CommandLine;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;

namespace SearchNews.Cli.Completion;

/// <summary>The values that options and arguments can have, where there are few: offered when a command line is completed, never enforced here.</summary>
internal static class CompletionValues
{
    private static readonly string[] Profiles = [.. RankingProfile.All.Select(profile => profile.Name)];

    private static readonly Dictionary<string, string[]> OfOptions = new(StringComparer.Ordinal)
    {
        ["--match"] = ["all", "most", "any"],
        ["--typo"] = ["auto", "off"],
        ["--sort"] = ["relevance", "newest", "oldest", "quality", "coverage"],
        ["--visibility"] = ["all", "published"],
        ["--group"] = ["story", "none"],
        ["--facets"] = ["provider", "topic", "type", "category", "month"],
        ["--highlight"] = ["tags", "offsets", "none"],
        ["--explain"] = ["0", "1", "2"],
        ["--since"] = ["24h", "7d", "2w", "3mo", "1y"],
        ["--profile"] = Profiles,
        ["--baseline"] = Profiles,
        ["--field"] = [ArticleFields.Text, ArticleFields.Title, ArticleFields.Excerpt, ArticleFields.Words],
        ["--analyzer"] = ["english", "news", "words", "keyword"],
    };

    private static readonly Dictionary<string, string[]> OfArguments = new(StringComparer.Ordinal)
    {
        ["FIELD"] =
        [
            ArticleFields.Category, ArticleFields.Excerpt, ArticleFields.Features, ArticleFields.Id, ArticleFields.Provider, ArticleFields.Published,
            ArticleFields.Text, ArticleFields.Title, ArticleFields.Topic, ArticleFields.Type, ArticleFields.Words,
        ],
        ["SHELL"] = [.. ShellScripts.Names],
    };

    /// <summary>Gives a command and those below it their values.</summary>
    public static void AddTo(Command command)
    {
        foreach (Option option in command.Options)
        {
            if (OfOptions.TryGetValue(option.Name, out string[]? values)) option.CompletionSources.Add(values);
        }

        foreach (Argument argument in command.Arguments)
        {
            if (OfArguments.TryGetValue(argument.Name, out string[]? values)) argument.CompletionSources.Add(values);
        }

        foreach (Command sub in command.Subcommands) AddTo(sub);
    }
}
