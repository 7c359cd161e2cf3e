using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Testing.Naive;

/// <summary>
/// Postings in a list, with impacts for blocks of a few documents (level 0) and of four such blocks (level 1). As in the real format a block has
/// impacts only when another document follows it. Fails when a caller breaks the contract.
/// </summary>
internal sealed class NaivePostingsEnum(NaivePosting[] postings, PostingsFlags flags, NaiveTerms terms) : ImpactsEnum
{
    private const int Factor = 4;
    private static readonly Impact[] Anything = [new(int.MaxValue, 1)];

    private int _index = -1;
    private int _position;
    private int _shallow = -1;

    public override int DocId => _index < 0 ? -1 : _index < postings.Length ? postings[_index].Doc : NoMoreDocs;

    public override long Cost => postings.Length;

    public override int Freq
    {
        get
        {
            DocId.ShouldBeInRange(0, NoMoreDocs - 1);
            return flags.HasFlag(PostingsFlags.Freqs) ? postings[_index].Freq : 1;
        }
    }

    public override int LevelCount => Blocks(0) > 0 ? 2 : 1;

    public override int NextDoc()
    {
        DocId.ShouldNotBe(NoMoreDocs, "moved on from the end");
        _index++;
        _position = 0;
        return DocId;
    }

    public override int Advance(int target)
    {
        target.ShouldBeGreaterThan(DocId, "advanced backwards");
        do NextDoc();
        while (DocId < target);
        return DocId;
    }

    public override int NextPosition()
    {
        flags.HasFlag(PostingsFlags.Positions).ShouldBeTrue("positions were not asked for");
        _position.ShouldBeLessThan(Freq, "more positions asked for than there are");
        return postings[_index].Positions[_position++];
    }

    public override void AdvanceShallow(int target)
    {
        target.ShouldBeGreaterThanOrEqualTo(DocId, "bounds moved behind the document");
        target.ShouldBeGreaterThanOrEqualTo(_shallow, "bounds moved backwards");
        _shallow = target;
    }

    public override int GetDocIdUpTo(int level)
    {
        int block = BlockOf(level);
        return block < 0 ? NoMoreDocs : postings[((block + 1) * Size(level)) - 1].Doc;
    }

    public override ReadOnlySpan<Impact> GetImpacts(int level)
    {
        int block = BlockOf(level);
        if (block < 0) return Anything;
        var competitive = new List<Impact>();
        foreach (IGrouping<long, NaivePosting> group in postings.Skip(block * Size(level)).Take(Size(level)).GroupBy(NormOf).OrderBy(group => (ulong)group.Key))
        {
            int freq = group.Max(posting => posting.Freq);
            if (competitive.Count == 0 || freq > competitive[^1].Freq) competitive.Add(new Impact(freq, group.Key));
        }

        return competitive.ToArray();
    }

    private int Size(int level) => level == 0 ? terms.BlockSize : terms.BlockSize * Factor;

    private int Blocks(int level) => (postings.Length - 1) / Size(level);

    private int BlockOf(int level)
    {
        for (int block = 0; block < Blocks(level); block++)
        {
            if (postings[((block + 1) * Size(level)) - 1].Doc >= _shallow) return block;
        }

        return -1;
    }

    private long NormOf(NaivePosting posting) => terms.Norms?[posting.Doc] ?? 1;
}
