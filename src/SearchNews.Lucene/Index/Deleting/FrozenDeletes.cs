namespace SearchNews.Lucene.Index.Deleting;

/// <summary>Deletes that were taken out of <see cref="BufferedDeletes"/> to be applied to every segment, in the order in which a term dictionary finds them fastest. Immutable.</summary>
internal sealed class FrozenDeletes
{
    private readonly Term[] _terms;
    private readonly long[] _sequences;

    /// <summary>Sorts the deletes.</summary>
    /// <param name="sequences">For each term the number of its last delete.</param>
    /// <param name="last">The number of the last delete.</param>
    public FrozenDeletes(Dictionary<Term, long> sequences, long last)
    {
        Last = last;
        _terms = [.. sequences.Keys];
        Array.Sort(_terms);
        _sequences = Array.ConvertAll(_terms, term => sequences[term]);
    }

    /// <summary>The number of the last delete: those that are taken out later have greater ones.</summary>
    public long Last { get; }

    /// <summary>Whether there is a delete that a segment has not seen.</summary>
    public bool Concern(WriterSegment segment) => segment.OwnDeletes.Count > 0 || Array.Exists(_sequences, s => s > segment.LastDelete);

    /// <summary>The deletes a segment has not seen: those of its own, which came while its documents were in memory, and those that came later.</summary>
    public IEnumerable<TermDelete> For(WriterSegment segment)
    {
        foreach ((Term term, int upTo) in segment.OwnDeletes.OrderBy(d => d.Key)) yield return new TermDelete(term, upTo);
        for (int i = 0; i < _terms.Length; i++)
        {
            if (_sequences[i] > segment.LastDelete) yield return new TermDelete(_terms[i], int.MaxValue);
        }
    }
}
