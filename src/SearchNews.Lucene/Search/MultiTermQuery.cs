using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>Finds the documents that hold any of a set of terms of one field, all with score 1. Cost: the terms of a range of the dictionary.</summary>
public abstract class MultiTermQuery : Query
{
    /// <summary>Sets the field.</summary>
    protected MultiTermQuery(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>A term at or before the first one searched: where the look at the dictionary begins.</summary>
    protected internal abstract ReadOnlySpan<byte> FirstTerm { get; }

    /// <summary>Decides about a term at or after <see cref="FirstTerm"/>; terms come in order.</summary>
    protected internal abstract TermMatch Match(ReadOnlySpan<byte> term);

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) => new MultiTermWeight(this, boost);
}
