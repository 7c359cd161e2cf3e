using SearchNews.Search.Embedded;
using SearchNews.Search.Synonyms;

namespace SearchNews.Search.Paging;

/// <summary>What a list of hits depends on beside the request and the instant. Immutable, thread-safe.</summary>
/// <param name="Snapshot">The commit.</param>
/// <param name="Synonyms">The synonyms that held then.</param>
internal sealed record SearchView(ArticleSnapshot Snapshot, SynonymRules Synonyms)
{
    /// <summary>True for the same snapshot and the same rules, not for equal ones.</summary>
    public bool IsSameAs(SearchView other) => ReferenceEquals(Snapshot, other.Snapshot) && ReferenceEquals(Synonyms, other.Synonyms);
}
