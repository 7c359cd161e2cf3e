using System.CommandLine;

namespace SearchNews.Cli.Commands;

/// <summary>The options of a search: the HTTP parameters of the same names, passed on as text so that both are checked in one place.</summary>
internal sealed class SearchOptions
{
    private static readonly (string Name, string HelpName, string Description)[] Definitions =
    [
        ("match", "POLICY", "all (default; relaxed below 10 articles), most or any of the words."),
        ("typo", "POLICY", "auto (default) also searches mistyped words in a better spelling; off only suggests it."),
        ("page", "N", "Page, from 1."),
        ("size", "N", "Hits of a page, 1 to 100 (default 10)."),
        ("sort", "ORDER", "relevance, newest, oldest, quality or coverage."),
        ("from", "DATE", "Published at or after this ISO 8601 date or instant."),
        ("to", "DATE", "Published at or before this; a date means its whole day."),
        ("since", "AGE", "Published within 24h, 7d, 2w, 3mo, 1y."),
        ("site", "DOMAIN", "Provider's domain or its parent; repeatable; a leading - excludes."),
        ("topic", "TOPIC", "Topic; repeatable; a leading - excludes."),
        ("type", "TYPE", "Type; repeatable; a leading - excludes."),
        ("category", "NAME", "Category; repeatable; a leading - excludes."),
        ("minQuality", "N", "Lowest quality."),
        ("minHeat", "N", "Lowest heat."),
        ("visibility", "WHICH", "all (default) or published."),
        ("group", "WHAT", "story (default): the best article of each story; none: every article."),
        ("facets", "FIELDS", "Count the hits by provider, topic, type, category or month; several separated by commas."),
        ("fields", "NAMES", "Members of each hit in --json, such as title,url or provider.name (default: all)."),
        ("profile", "NAME", "balanced (default), fresh, archive, popular, none or classic."),
        ("w.quality", "N", "Weight of quality, 0 to 2."),
        ("w.coverage", "N", "Weight of coverage, 0 to 2."),
        ("w.recency", "N", "Weight of recency, 0 to 2."),
        ("now", "INSTANT", "Rank as of this instant and hide later articles."),
        ("explain", "LEVEL", "1: parts of the score; 2: words too."),
        ("highlight", "HOW", "What matched, with --json: tags (default), offsets or none. On a terminal none shows no colours, the others do."),
    ];

    private readonly List<(string Name, Option<string[]> Option)> _options = [];

    /// <summary>Adds the options to a command, except those named.</summary>
    public SearchOptions(Command command, params string[] except)
    {
        foreach ((string name, string helpName, string description) in Definitions)
        {
            if (except.Contains(name, StringComparer.Ordinal)) continue;
            var option = new Option<string[]>($"--{name}") { HelpName = helpName, Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
            string kebab = ToKebabCase(name);
            if (kebab != name) option.Aliases.Add($"--{kebab}");
            command.Options.Add(option);
            _options.Add((name, option));
        }
    }

    /// <summary>The values given, by HTTP parameter name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Read(ParseResult arguments) =>
        _options.SelectMany(o => (arguments.GetValue(o.Option) ?? []).Select(value => KeyValuePair.Create(o.Name, value)));

    /// <summary>minQuality → min-quality, w.quality → w-quality</summary>
    private static string ToKebabCase(string name) =>
        string.Concat(name.Select(c => c == '.' ? "-" : char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : c.ToString()));
}
