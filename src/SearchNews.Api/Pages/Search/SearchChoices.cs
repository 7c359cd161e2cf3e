using SearchNews.Search.Ranking;

namespace SearchNews.Api.Pages.Search;

/// <summary>What the lists of the search page offer; the first entry is the default and has no value.</summary>
internal static class SearchChoices
{
    private static readonly string[] ForComparison = ["none", "classic"];

    public static readonly IReadOnlyList<(string Value, string Words)> Matches =
        [("", "All words"), ("most", "Most words"), ("any", "Any word")];

    public static readonly IReadOnlyList<(string Value, string Words)> Groups =
        [("", "One result a story"), ("none", "Every article")];

    /// <summary>Orders; without a query, newest is the default.</summary>
    public static IReadOnlyList<(string Value, string Words)> Sorts(bool hasQuery) => hasQuery
        ? [("", "Relevance"), ("newest", "Newest"), ("oldest", "Oldest"), ("quality", "Quality"), ("coverage", "Coverage")]
        : [("", "Newest"), ("relevance", "Relevance"), ("oldest", "Oldest"), ("quality", "Quality"), ("coverage", "Coverage")];

    /// <summary>Rankings, the owner's own last. Those that only serve to compare with are listed when they are in use.</summary>
    public static IEnumerable<(string Value, string Words)> Profiles(IReadOnlyList<RankingProfile> own, string? chosen) =>
        RankingProfile.All.Where(p => !ForComparison.Contains(p.Name, StringComparer.Ordinal) || p.Name == chosen).Concat(own).Select(p => (p.Name == RankingProfile.Balanced.Name ? "" : p.Name, Capital(p.Name)));

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
