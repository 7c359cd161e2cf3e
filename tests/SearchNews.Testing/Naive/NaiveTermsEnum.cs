using SearchNews.Lucene.Index;

namespace SearchNews.Testing.Naive;

internal sealed class NaiveTermsEnum(NaiveTerms terms) : TermsEnum
{
    private int _index = -1;

    public override ReadOnlySpan<byte> Term => terms.TermAt(_index);

    public override int DocFreq => Current.Length;

    public override long TotalTermFreq => Current.Sum(posting => (long)posting.Freq);

    private NaivePosting[] Current => terms.PostingsAt(_index);

    public override bool MoveNext()
    {
        if (++_index < terms.Count) return true;
        _index = -1;
        return false;
    }

    public override bool SeekExact(ReadOnlySpan<byte> term)
    {
        _index = Math.Max(-1, terms.IndexOf(term));
        return _index >= 0;
    }

    public override SeekStatus SeekCeil(ReadOnlySpan<byte> target)
    {
        int index = terms.IndexOf(target);
        _index = index < 0 ? -index - 1 : index;
        if (index >= 0) return SeekStatus.Found;
        if (_index < terms.Count) return SeekStatus.NotFound;
        _index = -1;
        return SeekStatus.End;
    }

    public override TermState GetTermState() => new NaiveTermState(_index) { DocFreq = DocFreq, TotalTermFreq = TotalTermFreq };

    public override void SeekExact(ReadOnlySpan<byte> term, TermState state)
    {
        _index = ((NaiveTermState)state).Index;
        terms.TermAt(_index).AsSpan().SequenceEqual(term).ShouldBeTrue("a state was used with another term");
    }

    public override PostingsEnum Postings(PostingsFlags flags, PostingsEnum? reuse = null) => new NaivePostingsEnum(Current, flags, terms);

    public override ImpactsEnum Impacts(PostingsFlags flags)
    {
        flags.HasFlag(PostingsFlags.Freqs).ShouldBeTrue("impacts need frequencies");
        return new NaivePostingsEnum(Current, flags, terms);
    }
}
