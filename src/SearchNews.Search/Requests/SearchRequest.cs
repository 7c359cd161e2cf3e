using SearchNews.Search.Facets;
using SearchNews.Search.Ranking;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Requests;

/// <summary>A search, its values already checked.</summary>
public sealed record SearchRequest
{
    /// <summary>Hits of one page when nothing is said.</summary>
    public const int DefaultSize = 10;

    /// <summary>Most hits of one page.</summary>
    public const int MaxSize = 100;

    /// <summary>Page times size may not be above this.</summary>
    public const int MaxDepth = 10_000;

    /// <summary>Longest query, in UTF-16 units.</summary>
    public const int MaxQueryLength = 500;

    /// <summary>What the user typed; null or blank means everything.</summary>
    public string? Query { get; init; }

    /// <summary>How many words must match.</summary>
    public MatchPolicy Match { get; init; } = MatchPolicy.All;

    /// <summary>Whether any word may do when all of them find too little. Default: true.</summary>
    public bool Relax { get; init; } = true;

    /// <summary>1-based page.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits of a page, 1 to <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = DefaultSize;

    /// <summary>
    /// Goes on after the page whose answer gave it, in the same list, whatever has changed since; null for the page of the number. All that decides what the list is stays the same.
    /// </summary>
    public string? Cursor { get; init; }

    /// <summary>The order; null means relevance with a query and newest without.</summary>
    public SortOrder? Sort { get; init; }

    /// <summary>The order, whether it was said or not.</summary>
    public SortOrder EffectiveSort => Sort ?? (string.IsNullOrWhiteSpace(Query) ? SortOrder.Newest : SortOrder.Relevance);

    /// <summary>What is done about words that look mistyped.</summary>
    public TypoPolicy Typo { get; init; } = TypoPolicy.Auto;

    /// <summary>What stands for one hit. Totals of articles, and when too little is found, count articles in any case.</summary>
    public HitGrouping Group { get; init; } = HitGrouping.Story;

    /// <summary>Conditions on the hits.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.None;

    /// <summary>The age that <see cref="ArticleFilter.From"/> was counted back from the clock by, such as <c>7d</c>; null when it stands still. A cursor keeps the first page's.</summary>
    public string? Age { get; init; }

    /// <summary>What to count the hits by; then all of them are counted.</summary>
    public IReadOnlyList<FacetField> Facets { get; init; } = [];

    /// <summary>Members of the hits to write; null for all. Whoever writes the answer applies it: <see cref="SparseExtensions.Only(SearchResponse, FieldSelection?)"/>.</summary>
    public FieldSelection? Fields { get; init; }

    /// <summary>0 none, 1 parts, 2 parts and terms.</summary>
    public int Explain { get; init; }

    /// <summary>How hits show which of their words matched.</summary>
    public HighlightMode Highlight { get; init; } = HighlightMode.Tags;

    /// <summary>Name of the ranking profile.</summary>
    public string Profile { get; init; } = "balanced";

    /// <summary>The profile itself when it is one of the owner's own; null for the one that is known by <see cref="Profile"/>.</summary>
    public RankingProfile? OwnProfile { get; init; }

    /// <summary>Weights in place of the profile's.</summary>
    public PriorOverrides? Weights { get; init; }

    /// <summary>Rank as of this instant and hide later articles; null ranks as of the clock and hides nothing.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>
    /// Time for collecting hits; when it is over, what was found is the answer, and <see cref="ResponseMeta.Partial"/> says so. Null for as long as it takes.
    /// </summary>
    public TimeSpan? TimeBudget { get; init; }
}
