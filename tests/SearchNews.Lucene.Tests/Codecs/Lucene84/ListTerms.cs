using System.Text;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>Terms term000, term001, ... over lists of documents: what the dictionary's writer consumes.</summary>
internal sealed class ListTerms(TermDoc[][] terms) : TermsEnum
{
    private int _at = -1;

    public override ReadOnlySpan<byte> Term => Encoding.ASCII.GetBytes($"term{_at:000}");

    public override int DocFreq => terms[_at].Length;

    public override long TotalTermFreq => terms[_at].Sum(doc => (long)doc.Freq);

    public override bool MoveNext() => ++_at < terms.Length;

    public override PostingsEnum Postings(PostingsFlags flags, PostingsEnum? reuse = null) => new ListPostings(terms[_at]);

    public override bool SeekExact(ReadOnlySpan<byte> term) => throw new NotSupportedException();

    public override void SeekExact(ReadOnlySpan<byte> term, TermState state) => throw new NotSupportedException();

    public override SeekStatus SeekCeil(ReadOnlySpan<byte> target) => throw new NotSupportedException();

    public override TermState GetTermState() => throw new NotSupportedException();

    public override ImpactsEnum Impacts(PostingsFlags flags) => throw new NotSupportedException();
}
