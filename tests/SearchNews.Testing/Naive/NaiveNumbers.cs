using SearchNews.Lucene.Index;

namespace SearchNews.Testing.Naive;

internal sealed class NaiveNumbers(IReadOnlyList<long?> values) : NumericDocValues
{
    private int _doc = -1;

    public override int DocId => _doc;

    public override long Cost => values.Count(value => value is not null);

    public override long LongValue => values[_doc]!.Value;

    public override int NextDoc() => Advance(_doc + 1);

    public override int Advance(int target)
    {
        target.ShouldBeGreaterThan(_doc, "advanced backwards");
        _doc = target;
        while (_doc < values.Count && values[_doc] is null) _doc++;
        return _doc = _doc < values.Count ? _doc : NoMoreDocs;
    }

    public override bool AdvanceExact(int target)
    {
        target.ShouldBeGreaterThanOrEqualTo(_doc, "advanced backwards");
        target.ShouldBeLessThan(values.Count, "advanced beyond the documents");
        _doc = target;
        return values[_doc] is not null;
    }
}
