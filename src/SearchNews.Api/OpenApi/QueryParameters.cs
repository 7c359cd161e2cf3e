using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SearchNews.Search.Facets;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;

namespace SearchNews.Api.OpenApi;

/// <summary>The query parameters of every route, as the API description shows them, in the order of the contract.</summary>
internal static class QueryParameters
{
    private const string ProfileName = "profile";
    private const string CursorName = "cursor";
    private const string FieldsName = "fields";
    private const string SortName = "sort";
    private const string InstantExample = "2021-08-29";
    private static readonly string MaxSize = SearchRequest.MaxSize.ToString(CultureInfo.InvariantCulture);
    private static readonly string MaxDepth = SearchRequest.MaxDepth.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of a search.</summary>
    public static IReadOnlyList<QueryParameter> Search { get; } =
    [
        new("q", "Words, \"phrases\", +must, -not, AND, OR, NOT, ( ), title: excerpt: site: topic: type:, prefix*, word~. "
            + "Any text is valid; what cannot be parsed is searched as words and reported in meta.warnings. Empty: every article.")
        {
            MaxLength = SearchRequest.MaxQueryLength,
            Example = "azure sql",
        },
        Choice<MatchPolicy>("match", "How many of the words an article must have: all, most (half of them, rounded up) or any. "
            + "With all, fewer than 10 articles are relaxed to any, said in meta.relaxed.", "all"),
        Choice<TypoPolicy>("typo", "auto: words that no article has, or that find fewer than 3, are also searched in a better spelling, below what was found as typed; "
            + "meta.query.corrected says so. off: a better spelling is only suggested, in didYouMean.", "auto"),
        Number("page", "1-based page. page times size is at most 10,000; beyond it go on by cursor.", 1, "1", MaxDepth),
        Number("size", "Hits of a page.", SearchRequest.DefaultSize, "1", MaxSize),
        new(CursorName, "The cursor of the page before, as it was given: goes on in the same list, at any depth, whatever changed in the index since. Everything but size, facets, fields, highlight and explain "
            + "is asked for as before. It can be used for 5 minutes after its snapshot was used last; then, or when more than 16 later snapshots are in use, it is a 410. Not together with page."),
        Choice<SortOrder>(SortName, "The order; missing values last. Without it: relevance with a query, newest without.", null),
        new("from", "Published at or after this ISO 8601 date or instant (UTC).") { Example = InstantExample },
        new("to", "Published at or before this ISO 8601 date or instant (UTC); a date counts to its end.") { Example = InstantExample },
        new("since", "Published within this age, such as 24h, 7d, 2w, 3mo or 1y, or since a date. Not together with from.") { Example = "7d" },
        Filter("site", "Provider domain, its sub-domains included.", "example.org"),
        Filter("topic", "Topic, whatever its case.", "security"),
        Filter("type", "Type of article.", "video"),
        Filter("category", "Category.", "technology"),
        new("minQuality", "Lowest quality, inclusive; articles without one do not pass.") { Type = JsonSchemaType.Number },
        new("minHeat", "Lowest heat, inclusive; articles without one, or with -1, do not pass.") { Type = JsonSchemaType.Number },
        Choice<Visibility>("visibility", "All articles, or only those marked as published.", "all"),
        Choice<HitGrouping>("group", "What is one hit: a story, for which its best-ranked article that matches stands, or with none every article.", "story"),
        Choice<FacetField>("facets", "What to count the hits by; then all of them are counted. May be repeated, or several separated by commas.", null) with { Repeatable = true },
        Fields("hits", SearchParameters.HitFields),
        new(ProfileName, "How much quality, coverage and age count beside the words.")
        {
            Choices = [.. RankingProfile.All.Select(p => p.Name)],
            Default = RankingProfile.Balanced.Name,
        },
        Weight("w.quality", "Weight of quality in place of the profile's."),
        Weight("w.coverage", "Weight of coverage in place of the profile's."),
        Weight("w.recency", "Weight of recency in place of the profile's."),
        new("now", "Rank as of this ISO 8601 date or instant (UTC) and hide later articles. Without it: as of the clock, hiding nothing.")
        {
            Example = "2021-08-29T12:00:00Z",
        },
        Number("explain", "Why each hit has its score: 0 nothing, 1 its parts, 2 also its words.", 0, "0", "2"),
        Choice<HighlightMode>("highlight", "How highlights show what matched. tags: HTML, matched words in <mark> and all else escaped; of a long excerpt its best passage. "
            + "offsets: where they begin and end in the hit's title and in all of its excerpt, in UTF-16 units. none: highlights is null.", "tags"),
    ];

    /// <summary>Of a feed: those of a search, newest first.</summary>
    public static IReadOnlyList<QueryParameter> Feed { get; } =
    [
        .. Search.Select(p => p.Name == SortName ? Choice<SortOrder>(SortName, "The order; missing values last. Feeds are newest first, with a query too.", "newest") : p),
    ];

    /// <summary>The same parameters where the owner has profiles of their own.</summary>
    public static IReadOnlyList<QueryParameter> With(this IReadOnlyList<QueryParameter> parameters, IReadOnlyList<RankingProfile> profiles) =>
        [.. parameters.Select(p => p.Name == ProfileName ? p with { Choices = [.. p.Choices!, .. profiles.Select(profile => profile.Name)] } : p)];

    /// <summary>Of the question for one article.</summary>
    public static IReadOnlyList<QueryParameter> Article { get; } = [Fields("the article", SearchParameters.ArticleFields)];

    /// <summary>Of the question for similar articles.</summary>
    public static IReadOnlyList<QueryParameter> Similar { get; } =
    [
        Number("size", "Most hits.", SearchRequest.DefaultSize, "1", MaxSize),
        new("windowDays", "Only articles published within so many days of this one. Without it: no limit.")
        {
            Type = JsonSchemaType.Integer,
            Minimum = "1",
            Maximum = SimilarRequest.MaxWindowDays.ToString(CultureInfo.InvariantCulture),
        },
        new("includeStory", "1 for members of the article's own story and articles of the same title too.") { Choices = ["0", "1"], Default = "0" },
    ];

    /// <summary>Of a draft.</summary>
    public static IReadOnlyList<QueryParameter> Draft { get; } =
    [
        new("title", "Its title. It or the excerpt has text.") { MaxLength = DraftRequest.MaxTitleLength, Example = "SpaceX launches another moon mission" },
        new("excerpt", "Its excerpt.") { MaxLength = DraftRequest.MaxExcerptLength },
        new("now", "When it is written, an ISO 8601 date or instant (UTC): articles of that time are nearer. Without it: the clock.") { Example = InstantExample },
        .. Similar,
    ];

    /// <summary>Of the question for all values of a field: which hits to count.</summary>
    public static IReadOnlyList<QueryParameter> Facets { get; } =
        [.. Search.Where(p => p.Name is not ("page" or "size" or CursorName or SortName or "facets" or FieldsName or ProfileName or "explain" or "highlight") && !p.Name.StartsWith("w.", StringComparison.Ordinal))];

    /// <summary>Of the question how what is being typed may go on.</summary>
    public static IReadOnlyList<QueryParameter> Suggest { get; } =
    [
        new("q", "What is in the search box; its last word may be unfinished. Any text is valid. Empty: the headlines that are most worth reading now.")
        {
            MaxLength = SearchRequest.MaxQueryLength,
            Example = "azure ku",
        },
        Number("size", "Most suggestions.", SuggestRequest.DefaultSize, "1", SuggestRequest.MaxSize.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Of the list of stories.</summary>
    public static IReadOnlyList<QueryParameter> Stories { get; } =
    [
        new("since", "Stories with an article published within this age, such as 24h, 7d, 2w, 3mo or 1y, or since a date.") { Example = "7d" },
        Filter("topic", "Stories with an article of this topic, whatever its case.", "security"),
        Choice<StorySort>("sort", "Most articles first, or the latest article first.", "coverage"),
        Number("page", "1-based page. page times size is at most 10,000.", 1, "1", MaxDepth),
        Number("size", "Stories of a page.", SearchRequest.DefaultSize, "1", MaxSize),
    ];

    /// <summary>Of the question why an article has its score: those of a search, and the articles.</summary>
    public static IReadOnlyList<QueryParameter> Explain { get; } =
    [
        new("id", "The article; it need not match the query.") { Required = true, Example = "2021-09-30-ai-improves-precision" },
        new("vs", "A second article to compare with."),
        .. Search.Where(p => p.Name is not (CursorName or FieldsName)),
    ];

    /// <summary>Of a rebuild.</summary>
    public static IReadOnlyList<QueryParameter> Rebuild { get; } =
    [
        Number("keep", "Generations that stay, the new one counted.", new BuildOptions().Keep, "1", MaintenanceParameters.MaxKeep.ToString(CultureInfo.InvariantCulture)),
        AllowShrink,
        AllowSkips,
    ];

    /// <summary>Of an update.</summary>
    public static IReadOnlyList<QueryParameter> Update { get; } =
    [
        Flag("fullHash", "Read every file and compare content, whatever size and time say."),
        AllowShrink,
        AllowSkips,
    ];

    private static QueryParameter Fields(string what, IReadOnlyList<string> names) =>
        new(FieldsName, $"Members of {what} to answer, the id always among them: {string.Join(", ", names)}. May be repeated, or several separated by commas. Without it: all.")
        {
            Repeatable = true,
            Example = "title",
        };

    private static QueryParameter AllowShrink => Flag("allowShrink", "Go on even if fewer than 90% of the articles would be left.");

    private static QueryParameter AllowSkips => Flag("allowSkips", "Go on even if more than 20 files and over 5% were skipped.");

    private static QueryParameter Flag(string name, string description) => new(name, description) { Type = JsonSchemaType.Boolean, Default = false };

    private static QueryParameter Choice<T>(string name, string description, string? fallback)
        where T : struct, Enum => new(name, description)
        {
            Choices = [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())],
            Default = fallback is null ? null : JsonValue.Create(fallback),
        };

    private static QueryParameter Number(string name, string description, int fallback, string minimum, string maximum) => new(name, description)
    {
        Type = JsonSchemaType.Integer,
        Default = fallback,
        Minimum = minimum,
        Maximum = maximum,
    };

    private static QueryParameter Weight(string name, string description) => new(name, description)
    {
        Type = JsonSchemaType.Number,
        Minimum = "0",
        Maximum = PriorOverrides.MaxWeight.ToString(CultureInfo.InvariantCulture),
    };

    private static QueryParameter Filter(string name, string description, string example) =>
        new(name, description + " May be repeated: one of them must fit. A leading - excludes.") { Repeatable = true, Example = example };
}
