using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>Norms from an array by document; null for documents without.</summary>
internal sealed class ArrayNorms(sbyte?[] norms) : NumericDocValues
{
    private int _doc = -1;

    public override int DocId => _doc;

    public override long Cost => norms.Length;

    public override long LongValue => norms[_doc]!.Value;

    public override int NextDoc() => throw new NotSupportedException("The writer asks by document.");

    public override int Advance(int target) => throw new NotSupportedException("The writer asks by document.");

    public override bool AdvanceExact(int target)
    {
        target.ShouldBeGreaterThanOrEqualTo(_doc);
        _doc = target;
        return norms[target] is not null;
    }
}
