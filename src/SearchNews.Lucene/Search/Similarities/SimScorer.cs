namespace SearchNews.Lucene.Search.Similarities;

/// <summary>
/// Scores one term or phrase. The score is 0 or more, never falls when <c>freq</c> grows, and never rises when <c>norm</c> (taken as unsigned)
/// grows; bounds rely on that. Immutable, thread-safe.
/// </summary>
public abstract class SimScorer
{
    /// <summary>The score of a document.</summary>
    /// <param name="freq">Occurrences in the document, above 0; phrases with slop have fractions.</param>
    /// <param name="norm">The norm as stored (sign-extended byte); 1 when the field or the document has none.</param>
    public abstract float Score(float freq, long norm);

    /// <summary>Scores many documents, each as <see cref="Score(float, long)"/> does.</summary>
    /// <param name="freqs">Occurrences in each document.</param>
    /// <param name="norms">The norm byte of each document, 1 where there is none; as many.</param>
    /// <param name="scores">Receives the scores; as many.</param>
    public virtual void Score(ReadOnlySpan<int> freqs, ReadOnlySpan<byte> norms, Span<float> scores)
    {
        for (int i = 0; i < freqs.Length; i++) scores[i] = Score(freqs[i], (sbyte)norms[i]);
    }

    /// <summary>Explains <see cref="Score(float, long)"/>; the value is the same.</summary>
    public virtual Explanation Explain(Explanation freq, long norm)
    {
        ArgumentNullException.ThrowIfNull(freq);
        return Explanation.Match(Score(freq.Value, norm), $"score({freq.Value}, norm {norm}), from:", freq);
    }
}
