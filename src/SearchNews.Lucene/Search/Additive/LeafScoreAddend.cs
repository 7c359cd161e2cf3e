namespace SearchNews.Lucene.Search.Additive;

/// <summary>A number for each document of one segment. Belongs to one thread.</summary>
public abstract class LeafScoreAddend
{
    /// <summary>No document's number is greater. The tighter, the more documents can be skipped.</summary>
    public abstract float MaxValue { get; }

    /// <summary>The number of a document, 0 to <see cref="MaxValue"/>. Documents come in ascending order; each at most once.</summary>
    public abstract float GetValue(int doc);

    /// <summary>How the number of a document comes about; the value is the same. Called on an instance that was asked for nothing else.</summary>
    public virtual Explanation Explain(int doc) => Explanation.Match(GetValue(doc), "added");
}
