using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>Terms from memory, in order, as a writer consumes them.</summary>
internal sealed class ListTermsEnum(IReadOnlyList<TermDocs> terms) : TermsEnum
{
    private int _at = -1;

    public override ReadOnlySpan<byte> Term => terms[_at].Term;

    public override int DocFreq => terms[_at].Docs.Count;

    public override long TotalTermFreq => terms[_at].Docs.Sum(d => (long)d.Freq);

    public override bool MoveNext() => ++_at < terms.Count;

    public override PostingsEnum Postings(PostingsFlags flags, PostingsEnum? reuse = null) => new Docs(terms[_at].Docs);

    public override bool SeekExact(ReadOnlySpan<byte> term) => throw new NotSupportedException();

    public override SeekStatus SeekCeil(ReadOnlySpan<byte> target) => throw new NotSupportedException();

    public override TermState GetTermState() => throw new NotSupportedException();

    public override void SeekExact(ReadOnlySpan<byte> term, TermState state) => throw new NotSupportedException();

    public override ImpactsEnum Impacts(PostingsFlags flags) => throw new NotSupportedException();

    /// <summary>Documents with positions 0, 1, 2, ...</summary>
    private sealed class Docs(IReadOnlyList<(int Doc, int Freq)> docs) : PostingsEnum
    {
        private int _at = -1;
        private int _position = -1;

        public override int DocId => _at < 0 ? -1 : _at < docs.Count ? docs[_at].Doc : NoMoreDocs;

        public override long Cost => docs.Count;

        public override int Freq => docs[_at].Freq;

        public override int NextDoc()
        {
            _at++;
            _position = -1;
            return DocId;
        }

        public override int NextPosition() => ++_position;

        public override int Advance(int target) => throw new NotSupportedException();
    }
}
