using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Search.Ranking;

/// <summary>Where a term stands in one field of a segment's documents. Documents are asked for in ascending order. Belongs to one thread.</summary>
internal sealed class TermPlaces
{
    private readonly PostingsEnum _postings;
    private int _doc = -1;
    private int _readDoc = -1;
    private int[] _positions = new int[8];

    private TermPlaces(PostingsEnum postings) => _postings = postings;

    /// <summary>How many documents have the term.</summary>
    public long Cost => _postings.Cost;

    /// <summary>How often the term stands in the document last found.</summary>
    public int Freq => _postings.Freq;

    /// <summary>The positions in the document last found, ascending. Valid until the next document.</summary>
    public ReadOnlySpan<int> Positions
    {
        get
        {
            if (_readDoc != _doc) Read();
            return _positions.AsSpan(0, _postings.Freq);
        }
    }

    /// <summary>The places of a term, or null when the segment does not have it in that field.</summary>
    public static TermPlaces? Find(LeafReader reader, Term term) =>
        reader.GetTerms(term.Field)?.GetTermsEnum() is { } terms && terms.SeekExact(term.Bytes) ? new TermPlaces(terms.Postings(PostingsFlags.Positions)) : null;

    /// <summary>Looks at a document, not before the one looked at last; false when it does not have the term.</summary>
    public bool IsIn(int doc) => Next(doc) == doc;

    /// <summary>The first document with the term from a document on, which is not before the one looked at last; <see cref="DocIdSetIterator.NoMoreDocs"/> when there is none.</summary>
    public int Next(int doc) => _doc < doc ? _doc = _postings.Advance(doc) : _doc;

    private void Read()
    {
        int freq = _postings.Freq;
        if (_positions.Length < freq) _positions = new int[Math.Max(freq, _positions.Length * 2)];
        for (int i = 0; i < freq; i++) _positions[i] = _postings.NextPosition();
        _readDoc = _doc;
    }
}
