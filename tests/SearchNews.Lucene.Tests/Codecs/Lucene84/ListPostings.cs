using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>Postings over a list: what the writer consumes, and the linear scan that others are compared with.</summary>
internal sealed class ListPostings(IReadOnlyList<TermDoc> docs) : PostingsEnum
{
    private int _doc = -1;
    private int _position = -1;

    public override int DocId => _doc < 0 ? -1 : _doc < docs.Count ? docs[_doc].Doc : NoMoreDocs;

    public override long Cost => docs.Count;

    public override int Freq => docs[_doc].Freq;

    public override int StartOffset => docs[_doc].Positions[_position].StartOffset;

    public override int EndOffset => docs[_doc].Positions[_position].EndOffset;

    public override ReadOnlySpan<byte> Payload => docs[_doc].Positions[_position].Payload;

    public override int NextDoc()
    {
        _doc++;
        _position = -1;
        return DocId;
    }

    public override int Advance(int target)
    {
        while (NextDoc() < target)
        {
        }

        return DocId;
    }

    public override int NextPosition() => docs[_doc].Positions[++_position].Position;
}
