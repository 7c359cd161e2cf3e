using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Ranking;

/// <summary>
/// Tells which documents of a segment have a title of exactly the wanted terms: each as often as wanted, in that order, and as many in all. The number comes from
/// the norm; where that stands for more lengths than one, the stored title is taken apart. Documents are asked for in ascending order. Belongs to one thread.
/// </summary>
internal sealed class TitleMatcher
{
    private readonly (TermPlaces Places, int Freq)[] _terms;
    private readonly TermPlaces _rarest;

    // The title asked for, as indexes into the terms, and how many occurrences of each have been passed.
    private readonly int[] _sequence;
    private readonly int[] _passed;
    private readonly IReadOnlyList<string> _title;
    private readonly LeafReader _reader;
    private readonly NumericDocValues _norms;
    private readonly sbyte _norm;
    private readonly bool _normIsExact;

    private TitleMatcher(IReadOnlyList<string> title, (TermPlaces Places, int Freq)[] terms, int[] sequence, LeafReader reader, NumericDocValues norms)
    {
        _title = title;
        _terms = terms;
        _rarest = terms.MinBy(term => term.Places.Cost).Places;
        _sequence = sequence;
        _passed = new int[terms.Length];
        _reader = reader;
        _norms = norms;
        byte norm = SmallFloat.IntToByte4(title.Count);
        _norm = (sbyte)norm;
        _normIsExact = SmallFloat.Byte4ToInt(norm) == title.Count && SmallFloat.IntToByte4(title.Count + 1) != norm;
    }

    /// <summary>Looks a title up; null when the segment lacks one of its terms.</summary>
    /// <param name="title">The terms, at least one.</param>
    /// <param name="placesOf">Places of a term in titles, the same for equal terms.</param>
    /// <param name="reader">The segment.</param>
    public static TitleMatcher? Of(IReadOnlyList<string> title, Func<string, TermPlaces?> placesOf, LeafReader reader)
    {
        if (reader.GetNormValues(ArticleFields.Title) is not { } norms) return null;
        string[] distinct = [.. title.Distinct(StringComparer.Ordinal)];
        var terms = new (TermPlaces Places, int Freq)[distinct.Length];
        for (int i = 0; i < distinct.Length; i++)
        {
            if (placesOf(distinct[i]) is not { } places) return null;
            terms[i] = (places, title.Count(term => term == distinct[i]));
        }

        return new TitleMatcher(title, terms, [.. title.Select(term => Array.IndexOf(distinct, term))], reader, norms);
    }

    /// <summary>False when the document's title is too long or too short; that is quickly told.</summary>
    public bool MayMatch(int doc) => _norms.AdvanceExact(doc) && _norms.LongValue == _norm;

    /// <summary>True when the document's title is the wanted one.</summary>
    public bool Matches(int doc)
    {
        if (!MayMatch(doc) || !_rarest.IsIn(doc)) return false;
        foreach ((TermPlaces places, int freq) in _terms)
        {
            if (!places.IsIn(doc) || places.Freq != freq) return false;
        }

        return IsInOrder() && (_normIsExact || HasNoMore(doc));
    }

    private bool IsInOrder()
    {
        _passed.AsSpan().Clear();
        int last = -1;
        foreach (int term in _sequence)
        {
            int position = _terms[term].Places.Positions[_passed[term]++];
            if (position <= last) return false;
            last = position;
        }

        return true;
    }

    private bool HasNoMore(int doc)
    {
        var visitor = new RecordVisitor();
        _reader.VisitDocument(doc, visitor);
        return visitor.Take() is { } record && ArticleSchema.News.Analyze(record.Title).Count == _title.Count;
    }
}
