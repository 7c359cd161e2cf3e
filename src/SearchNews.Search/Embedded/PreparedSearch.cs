using SearchNews.Lucene.Search;
using SearchNews.Search.QuerySyntax;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Spelling;

namespace SearchNews.Search.Embedded;

/// <summary>A request made ready for one snapshot under one match policy.</summary>
/// <param name="Snapshot">What is searched.</param>
/// <param name="Searcher">Scores text as the profile says.</param>
/// <param name="Profile">The profile.</param>
/// <param name="Priors">What is added to the text score.</param>
/// <param name="Bonuses">What the order of the words adds to it.</param>
/// <param name="UserQuery">What the text was understood as.</param>
/// <param name="Compiled">The same as engine queries.</param>
/// <param name="TextQuery">What scores; matches all documents with score 0 when there is no text.</param>
/// <param name="Query">The whole: text with priors, filters and exclusions.</param>
/// <param name="Policy">The match policy it was compiled for.</param>
internal sealed record PreparedSearch(
    ArticleSnapshot Snapshot,
    IndexSearcher Searcher,
    RankingProfile Profile,
    Priors Priors,
    TextBonuses Bonuses,
    UserQuery UserQuery,
    CompiledQuery Compiled,
    Query TextQuery,
    Query Query,
    MatchPolicy Policy)
{
    /// <summary>What keeps hits of corrected words below the others; null when there is nothing to keep apart.</summary>
    public CorrectionTier? Tier { get; init; }

    /// <summary>The user's query with its corrections; null when none were made.</summary>
    public string? Corrected { get; init; }
}
