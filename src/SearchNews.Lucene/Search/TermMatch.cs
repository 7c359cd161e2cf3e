namespace SearchNews.Lucene.Search;

/// <summary>What a <see cref="MultiTermQuery"/> says of a term.</summary>
public enum TermMatch
{
    /// <summary>The term is searched.</summary>
    Yes,

    /// <summary>The term is not searched; a later one may be.</summary>
    No,

    /// <summary>Neither this term nor any later one is searched.</summary>
    End,
}
