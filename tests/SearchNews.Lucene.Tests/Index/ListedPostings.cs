using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Tests.Index;

/// <summary>Postings of lists, without positions.</summary>
/// <param name="docs">The documents, ascending.</param>
/// <param name="freqs">Their frequencies.</param>
internal sealed class ListedPostings(int[] docs, int[] freqs) : PostingsEnum
{
    private int _at = -1;

    public int[] Docs => docs;

    public int[] Freqs => freqs;

    public override int DocId => _at < 0 ? -1 : _at < docs.Length ? docs[_at] : NoMoreDocs;

    public override long Cost => docs.Length;

    public override int Freq => freqs[_at];

    public override int NextPosition() => -1;

    public override int NextDoc()
    {
        _at++;
        return DocId;
    }

    public override int Advance(int target)
    {
        while (NextDoc() < target)
        {
        }

        return DocId;
    }
}
