using SearchNews.Search.Facets;
using SearchNews.Search.Ranking;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Requests;

/// <summary>Makes requests from named text values: query-string parameters over HTTP, options of the same names on the command line.</summary>
public static class SearchParameters
{
    private const string CursorName = "cursor";
    private const string FieldsName = "fields";

    private static readonly string[] Names =
    [
        "q", "match", "typo", "page", "size", CursorName, "sort", "from", "to", "since", "site", "topic", "type", "category", "minQuality", "minHeat", "visibility",
        "group", "facets", FieldsName, "profile", "w.quality", "w.coverage", "w.recency", "now", "explain", "highlight",
    ];

    private static readonly string[] FacetNames =
        ["q", "match", "typo", "from", "to", "since", "site", "topic", "type", "category", "minQuality", "minHeat", "visibility", "group", "now"];

    private static readonly string[] SimilarNames = ["size", "windowDays", "includeStory"];

    private static readonly string[] DraftNames = ["title", "excerpt", "now", .. SimilarNames];

    private static readonly string[] ArticleNames = [FieldsName];

    private static readonly string[] StoriesNames = ["since", "topic", "sort", "page", "size"];

    private static readonly string[] SuggestNames = ["q", "size"];

    // An explanation is of one article, wherever it is in the list.
    private static readonly string[] ExplainNames = ["id", "vs", .. Names.Where(name => name is not (CursorName or FieldsName))];

    /// <summary>The members of a search's hit that <c>fields</c> can name.</summary>
    public static IReadOnlyList<string> HitFields { get; } = SparseJson.NamesOf(typeof(SearchHit));

    /// <summary>The members of an article that <c>fields</c> can name.</summary>
    public static IReadOnlyList<string> ArticleFields { get; } = SparseJson.NamesOf(typeof(ArticleResponse));

    /// <summary>The parameters of a search.</summary>
    public static IReadOnlyList<string> Known => Names;

    /// <summary>Makes a search request.</summary>
    /// <param name="parameters">Names and values; a name may repeat where the contract says so.</param>
    /// <param name="now">The clock, for ages such as <c>since=7d</c>.</param>
    /// <param name="ownProfiles">The owner's profiles, beside those that there always are.</param>
    /// <exception cref="InvalidRequestException">Unknown names or impossible values, all of them.</exception>
    public static SearchRequest Parse(IEnumerable<KeyValuePair<string, string>> parameters, DateTimeOffset now, IReadOnlyList<RankingProfile>? ownProfiles = null)
    {
        var reader = new ParameterReader(parameters, Names);
        SearchRequest request = Read(reader, now, ownProfiles ?? []);
        string? cursor = reader.Text(CursorName);
        if (cursor is not null && reader.Text("page") is not null) reader.AddError("page", "cannot be given together with 'cursor', which goes on where the page before ended; use one of them.");
        FieldSelection? fields = reader.Fields(FieldsName, HitFields);
        reader.ThrowIfInvalid();
        return request with { Cursor = cursor, Fields = fields };
    }

    /// <summary>The same request under another profile; null when there is none of that name.</summary>
    /// <param name="request">The request.</param>
    /// <param name="profile">The profile's name.</param>
    /// <param name="ownProfiles">The owner's profiles.</param>
    public static SearchRequest? WithProfile(SearchRequest request, string profile, IReadOnlyList<RankingProfile> ownProfiles)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Find(profile, ownProfiles) is not { } known ? null : request with { Profile = known.Name, OwnProfile = ownProfiles.Contains(known) ? known : null };
    }

    /// <summary>The members of one article that are asked for; null for all.</summary>
    /// <exception cref="InvalidRequestException">Unknown names or impossible values, all of them.</exception>
    public static FieldSelection? ParseArticle(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var reader = new ParameterReader(parameters, ArticleNames);
        FieldSelection? fields = reader.Fields(FieldsName, ArticleFields);
        reader.ThrowIfInvalid();
        return fields;
    }

    /// <summary>Makes a request for articles similar to <paramref name="id"/>.</summary>
    /// <exception cref="InvalidRequestException">Unknown names or impossible values, all of them.</exception>
    public static SimilarRequest ParseSimilar(string id, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var reader = new ParameterReader(parameters, SimilarNames);
        var request = new SimilarRequest(id, Size(reader), WindowDays(reader), reader.Flag("includeStory"));
        reader.ThrowIfInvalid();
        return request;
    }

    /// <summary>Makes a request for articles similar to a draft.</summary>
    /// <exception cref="InvalidRequestException">Unknown names or impossible values, all of them, or a draft without text.</exception>
    public static DraftRequest ParseDraft(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var reader = new ParameterReader(parameters, DraftNames);
        string title = DraftText(reader, "title", DraftRequest.MaxTitleLength);
        string excerpt = DraftText(reader, "excerpt", DraftRequest.MaxExcerptLength);
        if (title.Length == 0 && excerpt.Length == 0) reader.AddError("title", "is blank and so is 'excerpt': a draft needs one of them.");
        var request = new DraftRequest(title, excerpt, Size(reader), WindowDays(reader), reader.Flag("includeStory"), Instant(reader, "now", endOfDay: false));
        reader.ThrowIfInvalid();
        return request;
    }

    /// <summary>Makes a request for stories.</summary>
    /// <param name="parameters">Names and values.</param>
    /// <param name="now">The clock, for ages such as <c>since=7d</c>.</param>
    /// <exception cref="InvalidRequestException">Unknown names or impossible values, all of them.</exception>
    public static StoriesRequest ParseStories(IEnumerable<KeyValuePair<string, string>> parameters, DateTimeOffset now)
    {
        var reader = new ParameterReader(parameters, StoriesNames);
        (int page, int size) = Pages(reader);
        var request = new StoriesRequest
        {
            Filter = new ArticleFilter { From = Age(reader, "since", now), Topics = reader.List("topic") },
            Sort = reader.Choice<StorySort>("sort") ?? StorySort.Coverage,
            Page = page,
            Size = size,
        };
        reader.ThrowIfInvalid();
        return request;
    }

    /// <summary>Makes a request for all values of a field.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="parameters">Names and values: which hits to count.</param>
    /// <param name="now">The clock.</param>
    /// <exception cref="InvalidRequestException">An unknown field, unknown names or impossible values, all of them.</exception>
    public static FacetRequest ParseFacet(string field, IEnumerable<KeyValuePair<string, string>> parameters, DateTimeOffset now)
    {
        var reader = new ParameterReader(parameters, FacetNames);
        SearchRequest search = Read(reader, now, []);
        FacetField? known = new ParameterReader([KeyValuePair.Create("field", field)], ["field"]).Choice<FacetField>("field");
        if (known is null) reader.AddError("field", $"'{ParameterReader.Shorten(field)}' is not one of {string.Join(", ", Enum.GetNames<FacetField>().Select(name => name.ToLowerInvariant()))}.");
        reader.ThrowIfInvalid();
        return new FacetRequest(known!.Value, search);
    }

    /// <summary>Makes a request for suggestions.</summary>
    /// <exception cref="InvalidRequestException">Unknown names or impossible values, all of them.</exception>
    public static SuggestRequest ParseSuggest(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var reader = new ParameterReader(parameters, SuggestNames);
        var request = new SuggestRequest(Query(reader) ?? "", reader.Int32("size", SuggestRequest.DefaultSize, 1, SuggestRequest.MaxSize));
        reader.ThrowIfInvalid();
        return request;
    }

    /// <summary>Makes a request to explain an article's score.</summary>
    /// <param name="parameters">Names and values, those of the search among them.</param>
    /// <param name="now">The clock.</param>
    /// <param name="ownProfiles">The owner's profiles.</param>
    /// <exception cref="InvalidRequestException">Unknown names or impossible values, all of them.</exception>
    public static ExplainRequest ParseExplain(IEnumerable<KeyValuePair<string, string>> parameters, DateTimeOffset now, IReadOnlyList<RankingProfile>? ownProfiles = null)
    {
        var reader = new ParameterReader(parameters, ExplainNames);
        SearchRequest search = Read(reader, now, ownProfiles ?? []);
        string? id = reader.Text("id");
        if (id is null) reader.AddError("id", "is required: the article to explain.");
        string? versus = reader.Text("vs");
        reader.ThrowIfInvalid();
        return new ExplainRequest(search with { Explain = 2 }, id!, versus);
    }

    private static int Size(ParameterReader reader) => reader.Int32("size", SearchRequest.DefaultSize, 1, SearchRequest.MaxSize);

    private static int? WindowDays(ParameterReader reader) => reader.Text("windowDays") is null ? null : reader.Int32("windowDays", 1, 1, SimilarRequest.MaxWindowDays);

    private static string DraftText(ParameterReader reader, string name, int maxLength)
    {
        string text = reader.Text(name) ?? "";
        if (text.Length > maxLength) reader.AddError(name, $"has {text.Length} characters, at most {maxLength} are allowed.");
        return text;
    }

    private static SearchRequest Read(ParameterReader reader, DateTimeOffset clock, IReadOnlyList<RankingProfile> ownProfiles)
    {
        DateTimeOffset? now = Instant(reader, "now", endOfDay: false);
        RankingProfile profile = Profile(reader, ownProfiles);
        (int page, int size) = Pages(reader);
        return new SearchRequest
        {
            Query = Query(reader),
            Match = reader.Choice<MatchPolicy>("match") ?? MatchPolicy.All,
            Typo = reader.Choice<TypoPolicy>("typo") ?? TypoPolicy.Auto,
            Page = page,
            Size = size,
            Sort = reader.Choice<SortOrder>("sort"),
            Group = reader.Choice<HitGrouping>("group") ?? HitGrouping.Story,
            Filter = Filter(reader, now ?? clock),
            Age = now is null ? AgeOf(reader) : null,
            Facets = reader.Choices<FacetField>("facets"),
            Explain = reader.Int32("explain", 0, 0, 2),
            Highlight = reader.Choice<HighlightMode>("highlight") ?? HighlightMode.Tags,
            Profile = profile.Name,
            OwnProfile = ownProfiles.Contains(profile) ? profile : null,
            Weights = Weights(reader),
            Now = now,
        };
    }

    private static RankingProfile? Find(string name, IEnumerable<RankingProfile> ownProfiles) => RankingProfile.Find(name) ?? ownProfiles.FirstOrDefault(p => p.Name == name);

    private static string? Query(ParameterReader reader)
    {
        string? query = reader.Text("q");
        if (query?.Length > SearchRequest.MaxQueryLength)
            reader.AddError("q", $"has {query.Length} characters, at most {SearchRequest.MaxQueryLength} are allowed.");
        return query;
    }

    private static (int Page, int Size) Pages(ParameterReader reader)
    {
        int size = Size(reader);
        int page = reader.Int32("page", 1, 1, SearchRequest.MaxDepth);
        if ((long)page * size > SearchRequest.MaxDepth)
            reader.AddError("page", $"page times size is {(long)page * size}, at most {SearchRequest.MaxDepth} is allowed; go on with the answer's 'cursor', or narrow the search.");
        return (page, size);
    }

    private static ArticleFilter Filter(ParameterReader reader, DateTimeOffset now)
    {
        DateTimeOffset? from = Instant(reader, "from", endOfDay: false);
        DateTimeOffset? to = Instant(reader, "to", endOfDay: true);
        DateTimeOffset? since = Age(reader, "since", now);
        if (since is not null && from is not null) reader.AddError("since", "cannot be given together with 'from'; use one of them.");
        from ??= since;
        if (from > to) reader.AddError(since is null ? "from" : "since", $"{from:O} is later than 'to', {to:O}; nothing can lie between.");
        return new ArticleFilter
        {
            From = from,
            To = to,
            Sites = reader.List("site"),
            Topics = reader.List("topic"),
            Types = reader.List("type"),
            Categories = reader.List("category"),
            MinQuality = reader.Number("minQuality", double.MinValue, double.PositiveInfinity),
            MinHeat = reader.Number("minHeat", double.MinValue, double.PositiveInfinity),
            Visibility = reader.Choice<Visibility>("visibility") ?? Visibility.All,
        };
    }

    private static RankingProfile Profile(ParameterReader reader, IReadOnlyList<RankingProfile> ownProfiles)
    {
        string name = reader.Text("profile") ?? RankingProfile.Balanced.Name;
        if (Find(name, ownProfiles) is { } profile) return profile;
        reader.AddError("profile", $"'{ParameterReader.Shorten(name)}' is not one of {string.Join(", ", RankingProfile.All.Concat(ownProfiles).Select(p => p.Name))}.");
        return RankingProfile.Balanced;
    }

    private static PriorOverrides? Weights(ParameterReader reader)
    {
        double? quality = reader.Number("w.quality", 0, PriorOverrides.MaxWeight);
        double? coverage = reader.Number("w.coverage", 0, PriorOverrides.MaxWeight);
        double? recency = reader.Number("w.recency", 0, PriorOverrides.MaxWeight);
        return quality is null && coverage is null && recency is null ? null : new PriorOverrides(quality, coverage, recency);
    }

    private static DateTimeOffset? Instant(ParameterReader reader, string name, bool endOfDay)
    {
        string? text = reader.Text(name);
        if (text is null) return null;
        if (InstantParser.TryParseInstant(text, endOfDay, out DateTimeOffset instant)) return instant;
        reader.AddError(name, $"'{ParameterReader.Shorten(text)}' is not {InstantParser.InstantForm}{InstantParser.HintFor(text)}.");
        return null;
    }

    /// <summary>What <c>since</c> counts back from the clock; null when it is an instant or not given.</summary>
    private static string? AgeOf(ParameterReader reader) => reader.Text("since") is { } text && !InstantParser.TryParseInstant(text, endOfDay: false, out _) ? text : null;

    private static DateTimeOffset? Age(ParameterReader reader, string name, DateTimeOffset now)
    {
        string? text = reader.Text(name);
        if (text is null) return null;
        if (InstantParser.TryParseAge(text, now, out DateTimeOffset instant) || InstantParser.TryParseInstant(text, endOfDay: false, out instant)) return instant;
        reader.AddError(name, $"'{ParameterReader.Shorten(text)}' is neither {InstantParser.AgeForm} nor {InstantParser.InstantForm}{InstantParser.HintFor(text)}.");
        return null;
    }
}
