namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Every document from 0 to <paramref name="maxDoc"/> - 1; none when it is 0.</summary>
internal sealed class AllDocsCursor(int maxDoc) : DocsCursor
{
    private int _doc = -1;

    public override int DocId => _doc;

    public override int Index => _doc;

    public override long Cost => maxDoc;

    public override int NextDoc() => Advance(_doc + 1);

    public override int Advance(int target) => _doc = target < maxDoc ? target : NoMoreDocs;

    public override bool AdvanceExact(int target)
    {
        _doc = target;
        return target < maxDoc;
    }
}
