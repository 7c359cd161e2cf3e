using System.Text;
using SearchNews.Lucene.Index;

namespace SearchNews.Testing.Naive;

/// <summary>The term dictionary of one field: a sorted list.</summary>
public sealed class NaiveTerms : Terms
{
    private readonly NaivePosting[][] _postings;
    private readonly byte[][] _terms;

    internal NaiveTerms(Dictionary<string, List<NaivePosting>> postings, sbyte?[]? norms, int blockSize)
    {
        _terms = [.. postings.Keys.Select(Encoding.UTF8.GetBytes).Order(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))];
        _postings = [.. _terms.Select(term => postings[Encoding.UTF8.GetString(term)].ToArray())];
        DocCount = _postings.SelectMany(list => list.Select(posting => posting.Doc)).Distinct().Count();
        SumDocFreq = _postings.Sum(list => (long)list.Length);
        SumTotalTermFreq = _postings.Sum(list => list.Sum(posting => (long)posting.Freq));
        Norms = norms;
        BlockSize = blockSize;
    }

    public override long Size => _terms.Length;

    public override int DocCount { get; }

    public override long SumDocFreq { get; }

    public override long SumTotalTermFreq { get; }

    public override ReadOnlyMemory<byte> Min => _terms[0];

    public override ReadOnlyMemory<byte> Max => _terms[^1];

    internal sbyte?[]? Norms { get; }

    internal int BlockSize { get; }

    public override TermsEnum GetTermsEnum() => new NaiveTermsEnum(this);

    /// <summary>All terms, in order.</summary>
    public IEnumerable<string> AllTerms => _terms.Select(Encoding.UTF8.GetString);

    /// <summary>The postings of a term; none when it is not there.</summary>
    public IReadOnlyList<NaivePosting> PostingsOf(string term)
    {
        int index = IndexOf(Encoding.UTF8.GetBytes(term));
        return index < 0 ? [] : _postings[index];
    }

    internal int Count => _terms.Length;

    internal byte[] TermAt(int index) => _terms[index];

    internal NaivePosting[] PostingsAt(int index) => _postings[index];

    /// <summary>The index of a term, or -(insertion point) - 1.</summary>
    internal int IndexOf(ReadOnlySpan<byte> term)
    {
        int index = 0;
        while (index < _terms.Length && _terms[index].AsSpan().SequenceCompareTo(term) < 0)
            index++;
        return index < _terms.Length && _terms[index].AsSpan().SequenceEqual(term) ? index : -index - 1;
    }
}
